package fr.badgesiae.verifier.keys;

import java.security.PublicKey;

/**
 * A public key, ready for use.
 *
 * @param type its kind
 * @param key parsed by the provider that will use it
 * @param thumbprint its JWK thumbprint (RFC 7638, SHA-256, base64url): two keys are the same exactly when these are
 */
public record VerificationKey(KeyType type, PublicKey key, String thumbprint) {
    /** Whether both are the same key, however each was written. */
    public boolean same(VerificationKey other) {
        return type == other.type && thumbprint.equals(other.thumbprint);
    }
}
