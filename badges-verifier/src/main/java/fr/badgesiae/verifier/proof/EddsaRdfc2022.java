package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.jsonld.CanonicalForm;
import fr.badgesiae.verifier.jsonld.CanonicalForm.Canonical;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.Expansion.Refused;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import fr.badgesiae.verifier.jsonld.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.JsonLd;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The bytes that the cryptosuite {@code eddsa-rdfc-2022} signs (vc-di-eddsa 3.2.3 to 3.2.5). */
final class EddsaRdfc2022 {
    static final String NAME = "eddsa-rdfc-2022";
    private static final String SPEC = "vc-di-eddsa 3.2.4";
    private final JsonLd jsonLd;

    EddsaRdfc2022(JsonLd jsonLd) {
        this.jsonLd = jsonLd;
    }

    /** What came of hashing. */
    sealed interface Hashed {}

    /**
     * @param data hash of the proof options, then hash of the document: 64 bytes
     * @param findings canonical forms and hashes
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a signature; never compared
    record HashData(byte[] data, List<Finding> findings) implements Hashed {}

    /** The document or the proof options are not wholly covered by RDF, or cost too much. */
    record NotHashed(Problem problem, String detail) implements Hashed {}

    /**
     * @param document the expanded document without proof
     * @param options the proof without proofValue, with the context to read it in
     */
    Hashed hash(Safe document, ObjectNode options) {
        Expansion expansion = jsonLd.expand(options);
        if (expansion instanceof Refused refused) {
            return new NotHashed(refused.problem(), refused.detail());
        }
        CanonicalForm proofForm = jsonLd.canonicalize((Safe) expansion, HashAlgorithm.SHA_256);
        CanonicalForm documentForm = jsonLd.canonicalize(document, HashAlgorithm.SHA_256);
        if (!(proofForm instanceof Canonical proof) || !(documentForm instanceof Canonical canonical)) {
            return new NotHashed(Problem.TOO_MUCH_WORK, "canonicalisation");
        }
        byte[] proofHash = HashAlgorithm.SHA_256.hash(proof.nquads());
        byte[] documentHash = HashAlgorithm.SHA_256.hash(canonical.nquads());
        byte[] data = new byte[proofHash.length + documentHash.length];
        System.arraycopy(proofHash, 0, data, 0, proofHash.length);
        System.arraycopy(documentHash, 0, data, proofHash.length, documentHash.length);
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("proof.canonicalProofOptions", proof.nquads(), "vc-di-eddsa 3.2.5"));
        findings.add(new Finding("proof.canonicalDocument", canonical.nquads(), "vc-di-eddsa 3.2.3"));
        findings.add(new Finding("proof.optionsHash", HexFormat.of().formatHex(proofHash), SPEC));
        findings.add(new Finding("proof.documentHash", HexFormat.of().formatHex(documentHash), SPEC));
        return new HashData(data, findings);
    }

    /** The proof options of a proof: itself without its value, read in the document's context unless it has its own. */
    static ObjectNode options(ObjectNode proof, JsonNode documentContext) {
        ObjectNode options = proof.deepCopy();
        options.remove("proofValue");
        if (!options.has("@context")) {
            options.set("@context", documentContext);
        }
        return options;
    }
}
