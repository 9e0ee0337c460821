package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.util.List;
import java.util.function.Supplier;

/** One cryptosuite: the bytes that its proofs sign, and the algorithm. Independent of the key's owner. Thread-safe. */
public interface Cryptosuite {
    /** The {@code cryptosuite} of its proofs, or their {@code type} where there is no cryptosuite. */
    String name();

    /** The signed bytes and the signature of a proof. Hashes are computed here; the signature is not verified here. */
    Statement statement(Signed signed);

    /**
     * A document and one of its proofs.
     *
     * @param proof as in the document
     * @param document without proofs, or with those that this proof builds on (vc-data-integrity 4.5)
     * @param expansion the JSON-LD expansion of the document, computed on demand
     */
    record Signed(ObjectNode proof, ObjectNode document, Supplier<Expansion> expansion) {}

    /** The result of reading a proof. */
    sealed interface Statement {}

    /**
     * A signature over bytes.
     *
     * @param findings canonical forms and hashes
     */
    @SuppressWarnings("ArrayRecordComponent") // passed to a signature check, never compared
    record Signable(AllowedAlgorithms algorithm, byte[] data, byte[] signature, List<Finding> findings)
            implements Statement {}

    /**
     * A signature over part of a document, and one for each other disclosed statement.
     *
     * @param base the issuer's signature
     * @param multikey the key of the other signatures, with its multicodec prefix; covered by the issuer's signature
     * @param statements canonical N-Quads, in order
     * @param signatures one for each statement
     */
    @SuppressWarnings("ArrayRecordComponent") // passed to a signature check, never compared
    record Disclosed(Signable base, byte[] multikey, List<String> statements, List<byte[]> signatures)
            implements Statement {}

    /** A result without any signature to verify. */
    record Answered(ProofResult result) implements Statement {}
}
