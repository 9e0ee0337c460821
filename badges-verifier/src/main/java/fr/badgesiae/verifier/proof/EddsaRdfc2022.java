package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.util.Optional;

/** The cryptosuite {@code eddsa-rdfc-2022} (vc-di-eddsa 3.2). */
final class EddsaRdfc2022 implements Cryptosuite {
    static final String NAME = "eddsa-rdfc-2022";
    static final String CLAUSE = "vc-di-eddsa 3.2";
    private final RdfHashing rdf;

    EddsaRdfc2022(RdfHashing rdf) {
        this.rdf = rdf;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Statement statement(Signed signed) {
        Optional<byte[]> signature = ProofValue.base58(signed.proof()).filter(ProofValue::isEd25519);
        return signature.isEmpty()
                ? ProofValue.malformed()
                : rdf.statement(signed, AllowedAlgorithms.ED25519, signature.get(), CLAUSE);
    }
}
