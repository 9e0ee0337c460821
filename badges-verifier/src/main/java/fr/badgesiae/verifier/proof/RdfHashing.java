package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.CanonicalForm.Canonical;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.Expansion.Refused;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.util.List;

/** Hashes of document and proof options as canonical RDF, shared by the RDFC suites. */
public final class RdfHashing {
    private final JsonLd jsonLd;

    RdfHashing(JsonLd jsonLd) {
        this.jsonLd = jsonLd;
    }

    /** The result of hashing. */
    sealed interface Hashed {}

    /** Both are completely covered. */
    record Done(HashData hash) implements Hashed {}

    /**
     * RDF does not cover the document or the proof options completely, or a bound was reached.
     *
     * @param inDocument whether the problem is in the document, not in the options
     */
    record NotHashed(Problem problem, String detail, boolean inDocument) implements Hashed {
        /** Parts without coverage make the signature worthless; unreadable input leaves the question open. */
        ProofResult result() {
            if (problem == Problem.TOO_MUCH_WORK) {
                return ProofResult.inconclusive(ReasonCode.PROOF_TOO_MUCH_WORK, List.of(), detail);
            }
            Outcome outcome = problem.isUnreadable() ? Outcome.INCONCLUSIVE : Outcome.FAILED;
            ReasonCode code = inDocument ? ReasonCode.PROOF_DOCUMENT_UNSAFE : ReasonCode.PROOF_OPTIONS_UNSAFE;
            return ProofResult.of(outcome, code, List.of(), problem.code(), detail);
        }
    }

    /**
     * @param document the expanded document
     * @param options the proof without its value, with its context
     */
    Hashed hash(Expansion document, ObjectNode options, HashAlgorithm hash, String clause) {
        if (document instanceof Refused refused) {
            return new NotHashed(refused.problem(), refused.detail(), true);
        }
        Expansion expansion = jsonLd.expand(options);
        if (expansion instanceof Refused refused) {
            return new NotHashed(refused.problem(), refused.detail(), false);
        }
        if (jsonLd.canonicalize((Safe) expansion, hash) instanceof Canonical proof
                && jsonLd.canonicalize((Safe) document, hash) instanceof Canonical canonical) {
            return new Done(HashData.of(hash, proof.nquads(), canonical.nquads(), clause));
        }
        return new NotHashed(Problem.TOO_MUCH_WORK, "canonicalisation", true);
    }

    /** The proof options: the proof without its value, always read in the document's context (vc-di-eddsa 3.2.5). */
    static ObjectNode options(ObjectNode proof, JsonNode documentContext) {
        ObjectNode options = proof.objectNode().setAll(proof); // shallow: the members are never changed
        options.remove("proofValue");
        options.set("@context", documentContext);
        return options;
    }

    /** The statement of a proof with a decoded signature. */
    Cryptosuite.Statement statement(
            Cryptosuite.Signed signed, AllowedAlgorithms algorithm, byte[] signature, String clause) {
        HashAlgorithm hash = algorithm == AllowedAlgorithms.ES384 ? HashAlgorithm.SHA_384 : HashAlgorithm.SHA_256;
        ObjectNode options = options(signed.proof(), signed.document().path("@context"));
        Hashed hashed = hash(signed.expansion().get(), options, hash, clause);
        if (hashed instanceof NotHashed not) {
            return new Cryptosuite.Answered(not.result());
        }
        HashData data = ((Done) hashed).hash();
        return new Cryptosuite.Signable(algorithm, data.data(), signature, data.findings());
    }
}
