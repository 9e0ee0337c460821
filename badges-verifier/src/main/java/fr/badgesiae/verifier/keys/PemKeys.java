package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
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
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\\s]++)-----END (?:RSA )?PUBLIC KEY-----");

    private static final Pattern ANY = Pattern.compile("\\s*+-----BEGIN [A-Z0-9 ]{1,40}+-----");

    private PemKeys() {}

    /** Whether the text is PEM of any kind. A certificate, for example, is not read. */
    static boolean looksLike(String text) {
        return text.length() <= MAX_CHARS && ANY.matcher(text).lookingAt();
    }

    /** The key as a JWK, not validated; empty when the text is no PEM key. */
    static Optional<ObjectNode> jwk(String pem) {
        Matcher matcher = PEM.matcher(pem.length() > MAX_CHARS ? "" : pem.strip());
        return matcher.matches() ? jwk(matcher) : Optional.empty();
    }

    /** The first key in an Open Badges 2.0 document. Some publishers escape line ends twice or add text around the key. */
    static Optional<ObjectNode> within(String text) {
        Matcher matcher = PEM.matcher(text.length() > MAX_CHARS ? "" : text.replace("\\n", "\n"));
        return matcher.find() ? jwk(matcher) : Optional.empty();
    }

    private static Optional<ObjectNode> jwk(Matcher matcher) {
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
            return Optional.empty(); // of another type
        }
    }

    private static ObjectNode ofPkcs1(byte[] der) {
        org.bouncycastle.asn1.pkcs.RSAPublicKey key = org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(der);
        Base64URL modulus = Base64URL.encode(key.getModulus());
        return PublicKeys.json(new RSAKey.Builder(modulus, Base64URL.encode(key.getPublicExponent())).build());
    }
}
