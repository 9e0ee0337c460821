package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.util.List;
import java.util.function.Supplier;

/** One kind of embedded proof: which bytes it signs, and with which algorithm. Knows nothing of whose key it is. Thread-safe. */
public interface Cryptosuite {
    /** The {@code cryptosuite} of its proofs, or their {@code type} where that says it all. */
    String name();

    /** What a proof claims to sign; hashes are made here, the signature is not verified here. */
    Statement statement(Signed signed);

    /**
     * A document and one proof of it.
     *
     * @param proof as it stands in the document
     * @param document without proofs, or with those that this proof builds on (vc-data-integrity 4.5)
     * @param expansion the document as JSON-LD, made when asked for
     */
    record Signed(ObjectNode proof, ObjectNode document, Supplier<Expansion> expansion) {}

    /** What came of reading a proof. */
    sealed interface Statement {}

    /**
     * A signature over bytes.
     *
     * @param findings canonical forms and hashes
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a signature; never compared
    record Signable(AllowedAlgorithms algorithm, byte[] data, byte[] signature, List<Finding> findings)
            implements Statement {}

    /**
     * A signature over part of a document, and one for each other statement that is shown.
     *
     * @param base the issuer's signature
     * @param multikey the key of the other signatures, with its multicodec prefix; covered by the issuer's
     * @param statements canonical N-Quads, in order
     * @param signatures theirs, as many
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a signature; never compared
    record Disclosed(Signable base, byte[] multikey, List<String> statements, List<byte[]> signatures)
            implements Statement {}

    /** There is nothing to verify, and the answer is there already. */
    record Answered(ProofResult result) implements Statement {}
}
