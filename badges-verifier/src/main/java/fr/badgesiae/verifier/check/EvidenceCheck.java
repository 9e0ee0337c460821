package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.DataUrl;
import fr.badgesiae.verifier.codec.Digest;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.status.StatusEntry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * EVIDENCE: the types of evidence and, when the policy asks, the digests of linked documents (evidence, images, related
 * resources). A changed document is FAILED, an unreachable one a WARNING. A link without digest is not fetched: there is
 * nothing to compare.
 */
public final class EvidenceCheck implements Check {
    /** The most documents fetched and compared. */
    static final int MAX_DIGESTS = 8;

    private static final String SPEC = "vc-data-model-2.0 5.3";
    /** Proofs contain no link of the badge, endorsements have their own report, and SCHEMA fetches schemas. */
    private static final Set<String> ELSEWHERE = Set.of("proof", "endorsement", "credentialSchema", "@context");

    @Override
    public CheckName name() {
        return CheckName.EVIDENCE;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        JsonNode document = context.credential().document();
        List<JsonNode> evidence = ParsedCredential.each(document.path("evidence"));
        List<JsonNode> digests = new ArrayList<>();
        collect(document, digests);
        if (evidence.isEmpty() && digests.isEmpty()) {
            return answer(Outcome.NOT_APPLICABLE, ReasonCode.EVIDENCE_NONE.with(), List.of());
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("evidence.count", Integer.toString(evidence.size()), "ob-3.0 B.1.9"));
        boolean typed = evidence.stream()
                .allMatch(one -> one.isTextual()
                        || ParsedCredential.strings(one.path("type")).contains("Evidence"));
        if (!typed) {
            return answer(Outcome.WARNING, ReasonCode.EVIDENCE_TYPE_WRONG.with(), findings);
        }
        if (digests.isEmpty()) {
            return answer(Outcome.PASSED, ReasonCode.EVIDENCE_DESCRIBED.with(), findings);
        }
        return context.policy().evidence()
                ? compare(digests, context, findings)
                : answer(Outcome.SKIPPED, ReasonCode.EVIDENCE_NOT_ASKED.with(), findings);
    }

    private static void collect(JsonNode node, List<JsonNode> digests) {
        if (node.isArray()) {
            for (JsonNode item : node) {
                collect(item, digests);
            }
        } else if (node.isObject()) {
            if (node.has("digestSRI") || node.has("digestMultibase")) {
                digests.add(node);
            }
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (member.getValue().isContainerNode() && !ELSEWHERE.contains(member.getKey())) {
                    collect(member.getValue(), digests);
                }
            }
        }
    }

    private static CheckResult compare(List<JsonNode> digests, VerificationContext context, List<Finding> findings) {
        Optional<Reason> mostSevere = Optional.empty();
        for (JsonNode object : digests.subList(0, Math.min(digests.size(), MAX_DIGESTS))) {
            Optional<Reason> defect = compare(object, context, findings);
            if (defect.filter(ReasonCode.EVIDENCE_DIGEST_DIFFERS::is).isPresent()) {
                return answer(Outcome.FAILED, defect.get(), findings);
            }
            mostSevere = mostSevere.or(() -> defect);
        }
        if (digests.size() > MAX_DIGESTS) {
            Reason many = ReasonCode.EVIDENCE_TOO_MANY.with(Integer.toString(MAX_DIGESTS));
            return answer(Outcome.WARNING, many, findings);
        }
        return mostSevere
                .map(reason -> answer(Outcome.WARNING, reason, findings))
                .orElseGet(() -> answer(Outcome.PASSED, ReasonCode.EVIDENCE_DIGESTS_MATCH.with(), findings));
    }

    private static Optional<Reason> compare(JsonNode object, VerificationContext context, List<Finding> findings) {
        String id = object.path("id").asText("");
        String shown = id.startsWith("data:") ? "data:" : id;
        findings.add(new Finding("evidence.document", shown, SPEC));
        Optional<Digest> digest = Digest.of(object);
        if (digest.isEmpty()) {
            return Optional.of(ReasonCode.EVIDENCE_DIGEST_UNKNOWN.with(shown));
        }
        Optional<byte[]> body = body(id, context);
        if (body.isEmpty()) {
            return Optional.of(ReasonCode.EVIDENCE_UNREACHABLE.with(shown));
        }
        findings.add(new Finding("evidence.length", Integer.toString(body.get().length), ""));
        findings.add(new Finding("evidence.sha256", Sha256.hex(body.get()), ""));
        findings.add(new Finding(
                "evidence.digest", digest.get().algorithm() + " " + digest.get().hex(body.get()), SPEC));
        return digest.get().matches(body.get())
                ? Optional.empty()
                : Optional.of(ReasonCode.EVIDENCE_DIGEST_DIFFERS.with(shown));
    }

    private static Optional<byte[]> body(String id, VerificationContext context) {
        if (DataUrl.looksLike(id)) {
            return DataUrl.parse(id).map(DataUrl::bytes);
        }
        Optional<URI> uri = StatusEntry.address(id);
        return uri.isPresent()
                        && context.fetcher().fetch(uri.get(), FetchLimits.DOCUMENT)
                                instanceof FetchResult.Fetched fetched
                ? Optional.of(fetched.body())
                : Optional.empty();
    }

    private static CheckResult answer(Outcome outcome, Reason reason, List<Finding> findings) {
        return Check.answer(CheckName.EVIDENCE, outcome, reason, findings);
    }
}
