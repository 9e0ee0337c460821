package fr.badgesiae.verifier.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.security.PublicKey;

/**
 * A parsed public key. Immutable and thread-safe: nobody changes the provider of its verifier.
 *
 * @param type its type
 * @param key parsed by the provider that uses it
 * @param jwk its public JWK, with the required members only
 * @param thumbprint its JWK thumbprint (RFC 7638, SHA-256, base64url), which identifies the key
 * @param verifier verifies JWS by this key
 */
public record VerificationKey(KeyType type, PublicKey key, JWK jwk, String thumbprint, JWSVerifier verifier) {
    /** Whether both are the same key, in whatever form they were written. */
    public boolean same(VerificationKey other) {
        return type == other.type && thumbprint.equals(other.thumbprint);
    }

    /**
     * Whether a JWS signature verifies (RFC 7515 5.2).
     *
     * @return false also for an algorithm of another key type and for a signature out of range
     */
    public boolean verifies(JWSHeader header, byte[] signingInput, Base64URL signature) {
        try {
            return verifier.supportedJWSAlgorithms().contains(header.getAlgorithm())
                    && verifier.verify(header, signingInput, signature);
        } catch (JOSEException e) {
            return false;
        }
    }
}
