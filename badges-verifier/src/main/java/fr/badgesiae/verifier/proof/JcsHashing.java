package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.CanonicalJson;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hashes of document and proof options as canonical JSON, which the JCS suites share. */
final class JcsHashing {
    private JcsHashing() {}

    /** The statement of a proof whose signature has been decoded. */
    static Cryptosuite.Statement statement(
            Cryptosuite.Signed signed, AllowedAlgorithms algorithm, byte[] signature, String clause) {
        ObjectNode options = signed.proof().deepCopy();
        options.remove("proofValue");
        Optional<ObjectNode> document = inContext(signed.document(), options.path("@context"));
        if (document.isEmpty()) {
            return answer(ProofResult.failed(ReasonCode.PROOF_CONTEXT_DIFFERS, List.of()));
        }
        HashAlgorithm hash = algorithm == AllowedAlgorithms.ES384 ? HashAlgorithm.SHA_384 : HashAlgorithm.SHA_256;
        Optional<String> optionsForm = CanonicalJson.of(options);
        Optional<String> documentForm = CanonicalJson.of(document.get());
        if (optionsForm.isEmpty() || documentForm.isEmpty()) {
            return answer(ProofResult.inconclusive(ReasonCode.PROOF_TOO_MUCH_WORK, List.of(), "numbers"));
        }
        HashData data = HashData.of(hash, optionsForm.get(), documentForm.get(), clause);
        return new Cryptosuite.Signable(algorithm, data.data(), signature, data.findings());
    }

    /**
     * The document as it was signed: what has been added to its contexts since is left out (vc-di-eddsa 3.3.2, steps 4.1 and
     * 4.2). Empty when the proof's contexts are not the first ones of the document.
     */
    private static Optional<ObjectNode> inContext(ObjectNode document, JsonNode proofContext) {
        if (proofContext.isMissingNode()) {
            return Optional.of(document);
        }
        if (!startsWith(document.path("@context"), proofContext)) {
            return Optional.empty();
        }
        ObjectNode copy = document.objectNode().setAll(document);
        return Optional.of(copy.set("@context", proofContext));
    }

    private static boolean startsWith(JsonNode whole, JsonNode start) {
        List<JsonNode> all = list(whole);
        List<JsonNode> first = list(start);
        return first.size() <= all.size() && all.subList(0, first.size()).equals(first);
    }

    private static List<JsonNode> list(JsonNode oneOrMany) {
        List<JsonNode> nodes = new ArrayList<>();
        (oneOrMany.isArray() ? oneOrMany : List.of(oneOrMany)).forEach(nodes::add);
        return nodes;
    }

    private static Cryptosuite.Answered answer(ProofResult result) {
        return new Cryptosuite.Answered(result);
    }
}
