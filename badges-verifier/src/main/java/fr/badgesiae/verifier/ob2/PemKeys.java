package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.proof.PublicKeys;
import fr.badgesiae.verifier.proof.VerificationKey;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a CryptographicKey: {@code publicKeyPem} (X.509 or PKCS#1), or a JWK as many issuers publish since. */
final class PemKeys {
    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN (PUBLIC KEY|RSA PUBLIC KEY)-----([A-Za-z0-9+/=\\s]++)-----END (?:RSA )?PUBLIC KEY-----");
    private static final int MAX_PEM = 10_000;
    /** AlgorithmIdentifier of rsaEncryption (RFC 8017 A.1). */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
    };

    private final PublicKeys keys;

    PemKeys(PublicKeys keys) {
        this.keys = keys;
    }

    /** The key of a CryptographicKey in normal form, or nothing when this verifier cannot use it. */
    Optional<VerificationKey> read(JsonNode node) {
        if (node.path("publicKeyPem").isTextual()) {
            return pem(node.path("publicKeyPem").textValue());
        }
        if (node.path("publicKeyJwk").isObject()) {
            return keys.fromJwk(node.path("publicKeyJwk"));
        }
        if (node.path("publicKeyMultibase").isTextual()) {
            return keys.fromMultikey(node.path("publicKeyMultibase").textValue());
        }
        return node.has("kty") ? keys.fromJwk(node) : Optional.empty();
    }

    private Optional<VerificationKey> pem(String text) {
        // Some publishers escape the line ends twice.
        Matcher matcher = PEM.matcher(text.length() > MAX_PEM ? "" : text.replace("\\n", "\n"));
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
            return x509(matcher.group(1).startsWith("RSA") ? wrapped(der) : der);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<VerificationKey> x509(byte[] der) {
        return Stream.of("RSA", "EC", "Ed25519")
                .flatMap(algorithm -> x509(algorithm, der).stream())
                .findFirst();
    }

    /** Nothing for a key of another algorithm, or of a size that is not accepted. */
    private Optional<VerificationKey> x509(String algorithm, byte[] der) {
        try {
            return Optional.of(keys.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** PKCS#1 inside of SubjectPublicKeyInfo. */
    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream bits = new ByteArrayOutputStream();
        bits.write(0);
        bits.writeBytes(pkcs1);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(RSA);
        whole.writeBytes(tagged(0x03, bits.toByteArray()));
        return tagged(0x30, whole.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
