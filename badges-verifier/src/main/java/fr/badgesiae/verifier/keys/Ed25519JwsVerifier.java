package fr.badgesiae.verifier.keys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.PublicKey;
import java.util.Set;

/**
 * Verifies Ed25519 JWS (RFC 8037, RFC 9864) with a JCA provider. The verifier of the JOSE library needs Google Tink and
 * verifies in Java.
 */
final class Ed25519JwsVerifier implements JWSVerifier {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

    private final Crypto crypto;
    private final PublicKey key;
    private final JCAContext context = new JCAContext();

    Ed25519JwsVerifier(Crypto crypto, PublicKey key) {
        this.crypto = crypto;
        this.key = key;
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature) {
        return ALGORITHMS.contains(header.getAlgorithm())
                && header.getCriticalParams() == null // none is understood here (RFC 7515 4.1.11)
                && crypto.verify(AllowedAlgorithms.ED25519, key, signingInput, signature.decode());
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return ALGORITHMS;
    }

    /** Not used: {@link Crypto} has the provider. */
    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}
