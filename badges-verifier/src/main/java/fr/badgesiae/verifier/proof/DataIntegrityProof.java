package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.Expansion.Refused;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import fr.badgesiae.verifier.jsonld.JsonLd;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Embedded proofs (vc-data-integrity 4.4): one proof or a set, of which at least one that this verifier supports must verify.
 * This version examines {@code eddsa-rdfc-2022}; other suites never pass.
 */
public final class DataIntegrityProof {
    private static final int MAX_PROOFS = 10;
    private static final int ED25519_SIGNATURE = 64;

    private final EddsaRdfc2022 suite;

    public DataIntegrityProof(JsonLd jsonLd) {
        this.suite = new EddsaRdfc2022(jsonLd);
    }

    /**
     * A credential with embedded proof.
     *
     * @param secured with its proof
     * @param expansion the same without its proof, as {@link JsonLd#expand} gave it
     * @param issuerId the issuer's id in it
     * @param at the instant to judge at
     */
    public record Secured(ObjectNode secured, Supplier<Expansion> expansion, String issuerId, Instant at) {}

    /** Judges all proofs: the best answer counts, the findings name each. */
    public ProofResult verify(Secured document, IssuerSignature signatures) {
        List<ObjectNode> proofs = proofs(document.secured());
        if (proofs.isEmpty()) {
            return ProofResult.failed(ReasonCode.PROOF_MISSING, List.of());
        }
        if (proofs.size() > MAX_PROOFS) {
            return ProofResult.inconclusive(ReasonCode.PROOF_TOO_MANY_PROOFS, List.of());
        }
        List<ProofResult> results = new ArrayList<>();
        for (ObjectNode proof : proofs) {
            results.add(verifyOne(proof, document, signatures));
        }
        return proofs.size() == 1 ? results.get(0) : best(results);
    }

    /** The proofs of a document; what is no object is no proof. */
    static List<ObjectNode> proofs(ObjectNode secured) {
        JsonNode proof = secured.path("proof");
        List<ObjectNode> proofs = new ArrayList<>();
        if (proof instanceof ObjectNode one) {
            proofs.add(one);
        } else if (proof.isArray()) {
            proof.forEach(each -> {
                if (each instanceof ObjectNode one) {
                    proofs.add(one);
                }
            });
        }
        return proofs;
    }

    private static ProofResult best(List<ProofResult> results) {
        List<Outcome> order = List.of(Outcome.PASSED, Outcome.WARNING, Outcome.FAILED, Outcome.INCONCLUSIVE);
        List<Finding> all = new ArrayList<>();
        ProofResult best = results.get(0);
        for (int i = 0; i < results.size(); i++) {
            ProofResult result = results.get(i);
            String value = result.outcome() + " " + result.reason().code();
            all.add(new Finding("proof[" + i + "]", value, "vc-data-integrity 4.5"));
            all.addAll(result.findings());
            best = order.indexOf(result.outcome()) < order.indexOf(best.outcome()) ? result : best;
        }
        return new ProofResult(best.outcome(), best.reason(), all);
    }

    private ProofResult verifyOne(ObjectNode proof, Secured document, IssuerSignature signatures) {
        String suiteName = proof.path("cryptosuite").asText();
        if (!"DataIntegrityProof".equals(proof.path("type").asText()) || !EddsaRdfc2022.NAME.equals(suiteName)) {
            String name = suiteName.isEmpty() ? proof.path("type").asText() : suiteName;
            return ProofResult.inconclusive(ReasonCode.PROOF_SUITE_NOT_EXAMINED, List.of(), name);
        }
        if (proof.has("previousProof")) {
            // A chain signs other bytes: the document with the proofs before it.
            return ProofResult.inconclusive(ReasonCode.PROOF_CHAIN_NOT_EXAMINED, List.of());
        }
        Optional<ReasonCode> wrong = problemOf(proof, document);
        if (wrong.isPresent()) {
            return ProofResult.failed(wrong.get(), List.of());
        }
        byte[] signature =
                Base58.decode(proof.path("proofValue").textValue().substring(1)).orElse(new byte[0]);
        if (signature.length != ED25519_SIGNATURE) {
            return ProofResult.failed(ReasonCode.PROOF_SIGNATURE_MALFORMED, List.of());
        }
        return judge(proof, document, signature, signatures);
    }

    private ProofResult judge(ObjectNode proof, Secured document, byte[] signature, IssuerSignature signatures) {
        JsonNode context = document.secured().path("@context");
        Expansion expansion = document.expansion().get();
        if (expansion instanceof Refused refused) {
            return unsafe(refused.problem(), ReasonCode.PROOF_DOCUMENT_UNSAFE, refused.detail());
        }
        EddsaRdfc2022.Hashed hashed = suite.hash((Safe) expansion, EddsaRdfc2022.options(proof, context));
        if (hashed instanceof EddsaRdfc2022.NotHashed not) {
            return unsafe(not.problem(), ReasonCode.PROOF_OPTIONS_UNSAFE, not.detail());
        }
        EddsaRdfc2022.HashData data = (EddsaRdfc2022.HashData) hashed;
        IssuerSignature.Claim claim = new IssuerSignature.Claim(
                document.issuerId(),
                proof.path("verificationMethod").textValue(),
                AllowedAlgorithms.ED25519,
                data.data(),
                signature);
        return signatures.judge(claim).after(data.findings());
    }

    /** What the signature would not cover makes it worthless; what we cannot read leaves the question open. */
    private static ProofResult unsafe(Problem problem, ReasonCode code, String detail) {
        if (problem == Problem.TOO_MUCH_WORK) {
            return ProofResult.inconclusive(ReasonCode.PROOF_TOO_MUCH_WORK, List.of(), detail);
        }
        Outcome outcome = problem.isUnreadable() ? Outcome.INCONCLUSIVE : Outcome.FAILED;
        return ProofResult.of(outcome, code, List.of(), problem.code(), detail);
    }

    /** vc-data-integrity 2.1: what must be in a proof, before any arithmetic. */
    private static Optional<ReasonCode> problemOf(ObjectNode proof, Secured document) {
        if (!"assertionMethod".equals(proof.path("proofPurpose").textValue())) {
            return Optional.of(ReasonCode.PROOF_WRONG_PURPOSE);
        }
        if (!proof.path("verificationMethod").isTextual()) {
            return Optional.of(ReasonCode.PROOF_NO_VERIFICATION_METHOD);
        }
        String value = proof.path("proofValue").asText();
        if (!value.startsWith("z")) {
            return Optional.of(ReasonCode.PROOF_SIGNATURE_MALFORMED);
        }
        if (proof.has("@context") && !startsWith(document.secured().path("@context"), proof.path("@context"))) {
            return Optional.of(ReasonCode.PROOF_CONTEXT_DIFFERS);
        }
        return dates(proof, document.at());
    }

    private static Optional<ReasonCode> dates(ObjectNode proof, Instant at) {
        try {
            if (proof.has("created")) {
                OffsetDateTime.parse(proof.path("created").asText());
            }
            if (proof.has("expires")) {
                Instant expires =
                        OffsetDateTime.parse(proof.path("expires").asText()).toInstant();
                return expires.isBefore(at) ? Optional.of(ReasonCode.PROOF_EXPIRED) : Optional.empty();
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(ReasonCode.PROOF_NOT_A_DATE);
        }
    }

    /** vc-di-eddsa 3.2.2: the document's contexts must begin with the proof's, in order. */
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
}
