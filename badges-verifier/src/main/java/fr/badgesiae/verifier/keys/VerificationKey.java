package fr.badgesiae.verifier.keys;

import java.security.PublicKey;

/**
 * A parsed public key.
 *
 *
 * @param type its type
 * @param key parsed by the provider that uses it
 * @param thumbprint its JWK thumbprint (RFC 7638, SHA-256, base64url), which identifies the key
 */
public record VerificationKey(KeyType type, PublicKey key, String thumbprint) {
    /** Whether both are the same key, in whatever form they were written. */
    public boolean same(VerificationKey other) {
        return type == other.type && thumbprint.equals(other.thumbprint);
    }
}
