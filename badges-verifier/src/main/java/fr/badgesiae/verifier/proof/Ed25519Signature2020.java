package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.util.Optional;

/** The older proof type {@code Ed25519Signature2020} (vc-di-ed25519signature2020): the bytes of eddsa-rdfc-2022, another name. */
final class Ed25519Signature2020 implements Cryptosuite {
    private static final String CLAUSE = "vc-di-eddsa 3.4";
    private final RdfHashing rdf;

    Ed25519Signature2020(RdfHashing rdf) {
        this.rdf = rdf;
    }

    @Override
    public String name() {
        return "Ed25519Signature2020";
    }

    @Override
    public Statement statement(Signed signed) {
        Optional<byte[]> signature = ProofValue.base58(signed.proof()).filter(ProofValue::isEd25519);
        return signature.isEmpty()
                ? ProofValue.malformed()
                : rdf.statement(signed, AllowedAlgorithms.ED25519, signature.get(), CLAUSE);
    }
}
