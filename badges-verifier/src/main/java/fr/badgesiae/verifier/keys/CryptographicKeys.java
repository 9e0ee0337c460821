package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads an Open Badges 2.0 CryptographicKey: {@code publicKeyPem} (X.509 or PKCS#1), or a JWK, as many issuers publish. */
public final class CryptographicKeys {
    private final PublicKeys keys;

    public CryptographicKeys(PublicKeys keys) {
        this.keys = keys;
    }

    /** The key of a CryptographicKey in normal form; empty when it is unsupported. */
    public Optional<VerificationKey> read(JsonNode node) {
        if (node.path("publicKeyPem").isTextual()) {
            return PemKeys.within(node.path("publicKeyPem").textValue()).flatMap(keys::fromJwk);
        }
        if (node.path("publicKeyJwk").isObject()) {
            return keys.fromJwk(node.path("publicKeyJwk"));
        }
        if (node.path("publicKeyMultibase").isTextual()) {
            return keys.fromMultikey(node.path("publicKeyMultibase").textValue());
        }
        return node.has("kty") ? keys.fromJwk(node) : Optional.empty();
    }
}
