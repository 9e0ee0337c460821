package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.ob2.graph.Published;
import fr.badgesiae.verifier.ob2.signed.RevocationList;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * STATUS of Open Badges 2.0: a hosted assertion is revoked at its URL, a signed one in the RevocationList of its issuer's
 * published Profile (ob-2.0 "Revoking Hosted Assertions", "Revoking a Signed Badge").
 */
public final class AssertionStatus implements Check {
    private static final String SPEC = "ob-2.0 RevocationList";
    private static final int MAX_REASON = 300;

    @Override
    public CheckName name() {
        return CheckName.STATUS;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        BadgeGraph graph = BadgeGraph.of(context);
        List<Finding> findings = new ArrayList<>();
        if (graph.revoked()) {
            return revoked(graph.assertion(), findings);
        }
        if (context.credential().jws().isEmpty()) {
            return answer(Outcome.PASSED, ReasonCode.STATUS_NOT_SET, findings);
        }
        JsonNode list = graph.hostedProfile().orElseThrow().path("revocationList");
        String address = BadgeGraph.idOf(list);
        if (list.isMissingNode()) {
            return answer(Outcome.NOT_APPLICABLE, ReasonCode.STATUS_NONE, findings);
        }
        Optional<Published> published = graph.published(address);
        if (published.isEmpty()) {
            return answer(
                    Outcome.INCONCLUSIVE,
                    ReasonCode.STATUS_LIST_UNREACHABLE,
                    findings,
                    String.valueOf(address),
                    graph.missing(address));
        }
        findings.add(published.get().finding("status.list"));
        return listed(graph, published.get(), findings);
    }

    private static CheckResult listed(BadgeGraph graph, Published published, List<Finding> findings) {
        ObjectNode list = published.document();
        String address = published.asked();
        RevocationList revocations =
                graph.upgraded() ? RevocationList.of(list, published.raw()) : RevocationList.of(list);
        Optional<JsonNode> entry =
                revocations.entry(graph.id(), graph.assertion().path("uid").textValue());
        String issuer = BadgeGraph.idOf(list.path("issuer"));
        if (issuer != null && !graph.same(issuer, graph.issuerId())) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.STATUS_LIST_ISSUER_DIFFERS, findings, address);
        }
        if (entry.isPresent()) {
            return revoked(entry.get(), findings);
        }
        if (!revocations.readable()) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.STATUS_LIST_UNREADABLE, findings, address);
        }
        if (!published.isConfirmed()) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.STATUS_LIST_ID_DIFFERS, findings, address);
        }
        return published.found().stale()
                ? answer(Outcome.WARNING, ReasonCode.STATUS_LIST_STALE, findings, address)
                : answer(Outcome.PASSED, ReasonCode.STATUS_NOT_SET, findings);
    }

    private static CheckResult revoked(JsonNode entry, List<Finding> findings) {
        String why = entry.path("revocationReason").textValue();
        if (why != null) {
            String shortened = why.length() > MAX_REASON ? why.substring(0, MAX_REASON) : why;
            findings.add(new Finding("status.revocationReason", shortened, SPEC));
        }
        return answer(Outcome.FAILED, ReasonCode.STATUS_REVOKED, findings);
    }

    private static CheckResult answer(Outcome outcome, ReasonCode code, List<Finding> findings, String... arguments) {
        return Check.answer(CheckName.STATUS, outcome, code.with(arguments), findings);
    }
}
