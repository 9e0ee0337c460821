package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.util.Optional;

/** The cryptosuite {@code ecdsa-rdfc-2019} (vc-di-ecdsa 3.2); with P-384, SHA-384 is the hash inside RDFC-1.0 too. */
final class EcdsaRdfc2019 implements Cryptosuite {
    private static final String CLAUSE = "vc-di-ecdsa 3.2";
    private final RdfHashing rdf;

    EcdsaRdfc2019(RdfHashing rdf) {
        this.rdf = rdf;
    }

    @Override
    public String name() {
        return "ecdsa-rdfc-2019";
    }

    @Override
    public Statement statement(Signed signed) {
        byte[] signature = ProofValue.base58(signed.proof()).orElse(new byte[0]);
        Optional<AllowedAlgorithms> algorithm = ProofValue.ecdsa(signature);
        return algorithm.isEmpty() ? ProofValue.malformed() : rdf.statement(signed, algorithm.get(), signature, CLAUSE);
    }
}
