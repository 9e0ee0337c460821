package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Public keys in PEM (RFC 7468): {@code PUBLIC KEY} and the older {@code RSA PUBLIC KEY} (RFC 8017 appendix A.1.1). */
public final class PemKeys {
    private static final int MAX_CHARS = 10_000;
    private static final Pattern PEM = Pattern.compile(
            "\\s*+-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\\s]++)-----END (?:RSA )?PUBLIC KEY-----\\s*+");

    private static final Pattern ANY = Pattern.compile("\\s*+-----BEGIN [A-Z0-9 ]{1,40}+-----");

    private PemKeys() {}

    /** Whether it is PEM at all: a certificate, say, holds a key that nobody here takes out. */
    static boolean looksLike(String text) {
        return text.length() <= MAX_CHARS && ANY.matcher(text).lookingAt();
    }

    /** The key as a JWK, not yet checked, or empty when this is none. */
    static Optional<ObjectNode> jwk(String pem) {
        if (pem.length() > MAX_CHARS) {
            return Optional.empty();
        }
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
            return matcher.group(1) == null ? ofSubjectInfo(der) : Optional.of(ofPkcs1(der));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Optional<ObjectNode> ofSubjectInfo(byte[] der) {
        return Stream.of("RSA", "EC", "Ed25519")
                .flatMap(algorithm -> key(algorithm, der).stream())
                .findFirst()
                .map(PublicKeys::jwk);
    }

    private static Optional<PublicKey> key(String algorithm, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // of another kind, perhaps
        }
    }

    private static ObjectNode ofPkcs1(byte[] der) {
        org.bouncycastle.asn1.pkcs.RSAPublicKey key = org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(der);
        return JsonNodeFactory.instance
                .objectNode()
                .put("kty", "RSA")
                .put("n", text(key.getModulus()))
                .put("e", text(key.getPublicExponent()));
    }

    private static String text(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }
}
