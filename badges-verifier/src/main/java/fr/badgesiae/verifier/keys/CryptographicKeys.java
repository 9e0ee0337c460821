package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a CryptographicKey: {@code publicKeyPem} (X.509 or PKCS#1), or a JWK as many issuers publish since. */
public final class CryptographicKeys {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (?:RSA )?PUBLIC KEY-----[A-Za-z0-9+/=\\s]++-----END (?:RSA )?PUBLIC KEY-----");
    private static final int MAX_PEM = 10_000;

    private final PublicKeys keys;

    public CryptographicKeys(PublicKeys keys) {
        this.keys = keys;
    }

    /** The key of a CryptographicKey in normal form, or nothing when this verifier cannot use it. */
    public Optional<VerificationKey> read(JsonNode node) {
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
        return matcher.find() ? keys.fromPem(matcher.group()) : Optional.empty();
    }
}
