package fr.badgesiae.verifier.keys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Signs JWS with a {@link Signer}: JWS and Data Integrity share one holder of the private key, and Ed25519 needs no Tink. */
public final class OpaqueJwsSigner implements JWSSigner {
    private static final Set<JWSAlgorithm> ALGORITHMS = Arrays.stream(AllowedAlgorithms.values())
            .flatMap(algorithm -> algorithm.jose().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Signer signer;
    private final JCAContext context = new JCAContext();

    public OpaqueJwsSigner(Signer signer) {
        this.signer = signer;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] signingInput) {
        return Base64URL.encode(signer.sign(signingInput));
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return ALGORITHMS;
    }

    /** Not used: the signer has its provider. */
    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}
