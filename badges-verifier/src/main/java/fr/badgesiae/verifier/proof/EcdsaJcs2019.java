package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.util.Optional;

/** The cryptosuite {@code ecdsa-jcs-2019} (vc-di-ecdsa 3.3), with P-256 and SHA-256 or P-384 and SHA-384. */
final class EcdsaJcs2019 implements Cryptosuite {
    static final String NAME = "ecdsa-jcs-2019";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Statement statement(Signed signed) {
        byte[] signature = ProofValue.base58(signed.proof()).orElse(new byte[0]);
        Optional<AllowedAlgorithms> algorithm = ProofValue.ecdsa(signature);
        return algorithm.isEmpty()
                ? ProofValue.malformed()
                : JcsHashing.statement(signed, algorithm.get(), signature, "vc-di-ecdsa 3.3");
    }
}
