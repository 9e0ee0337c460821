package fr.badgesiae.verifier.ob2.hosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.keys.IssuerDocuments.Found;
import fr.badgesiae.verifier.ob2.form.WebAddresses;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.ob2.graph.ContentComparison;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.read.Revoked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proof of a hosted assertion: its id lies in the scope of its issuer's published Profile, and serves the submitted
 * content (ob-2.0 "HostedBadge Verification"). An unreachable URL is INCONCLUSIVE: badges outlive sites.
 */
public final class HostedProof {
    private static final String GONE = "GONE";

    private final BadgeGraph graph;
    private final List<Finding> findings = new ArrayList<>();

    public HostedProof(BadgeGraph graph) {
        this.graph = graph;
    }

    public CheckResult verify() {
        String id = graph.id();
        if (id == null) {
            return graph.upgraded()
                    ? answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_OB1_NO_ADDRESS)
                    : answer(Outcome.FAILED, ReasonCode.PROOF_HOSTED_ID_MISSING);
        }
        if (WebAddresses.web(id).isEmpty()) {
            return answer(Outcome.FAILED, ReasonCode.PROOF_HOSTED_ID_NOT_AN_ADDRESS, id);
        }
        Optional<CheckResult> outside = scope(id);
        if (outside.isPresent() && outside.get().outcome() == Outcome.FAILED) {
            return outside.get();
        }
        if (withdrawn(graph)) {
            return answer(Outcome.WARNING, ReasonCode.PROOF_HOSTED_REVOKED, id);
        }
        return outside.orElseGet(() -> compare(id));
    }

    /** Whether the assertion's URL states a revocation: by 410 Gone, or by {@code revoked}. */
    public static boolean withdrawn(BadgeGraph graph) {
        String id = graph.id();
        return graph.missing(id).equals(GONE)
                || graph.hosted(id)
                        .map(hosted -> Revoked.isStatedBy(hosted)
                                && hosted.path("id").asText(id).equals(id))
                        .orElse(false);
    }

    /** The reason why the id is not in the issuer's scope, if any. */
    private Optional<CheckResult> scope(String id) {
        String issuer = graph.issuerId();
        if (graph.revoked() && graph.badgeClassId() == null && issuer == null) {
            return Optional.empty(); // reduced to its id: no issuer, and nothing to prove but the revocation
        }
        if (issuer == null) {
            return Optional.of(answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_ISSUER_MISSING));
        }
        Optional<ObjectNode> profile = graph.hostedProfile();
        if (profile.isEmpty()) {
            return Optional.of(
                    answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_SCOPE_UNKNOWN, issuer, graph.missing(issuer)));
        }
        VerificationScope scope = VerificationScope.of(profile.get(), issuer);
        findings.add(scope.finding());
        if (!scope.holds(id)) {
            return Optional.of(answer(Outcome.FAILED, ReasonCode.PROOF_HOSTED_OUT_OF_SCOPE, id, issuer));
        }
        String badge = graph.badgeClassId();
        boolean elsewhere = !graph.upgraded() && scope.isDefault() && !WebAddresses.sameOrigin(badge, issuer);
        return badge != null && elsewhere && WebAddresses.web(badge).isPresent()
                ? Optional.of(answer(Outcome.FAILED, ReasonCode.PROOF_HOSTED_OUT_OF_SCOPE, badge, issuer))
                : Optional.empty();
    }

    private CheckResult compare(String id) {
        if (!(graph.ask(id) instanceof Found found)) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_HOSTED_UNREACHABLE, id, graph.missing(id));
        }
        findings.add(BadgeGraph.fetched("proof.hosted", found));
        if (!WebAddresses.sameOrigin(id, found.finalUri().toString())) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_HOSTED_UNREACHABLE, id, "REDIRECT_LEAVES_ORIGIN");
        }
        ContentComparison same = new ContentComparison(graph);
        Optional<String> difference =
                same.difference(graph.assertion(), graph.hosted(id).orElseThrow());
        if (difference.isPresent()) {
            return answer(Outcome.FAILED, ReasonCode.PROOF_HOSTED_DIFFERS, id, difference.get());
        }
        return badgeClass(same, id, found.stale());
    }

    /** The assertion is proven; its embedded objects may still differ from the hosted ones. */
    private CheckResult badgeClass(ContentComparison same, String assertion, boolean stale) {
        String id = graph.badgeClassId();
        Optional<ObjectNode> embedded = graph.embeddedBadgeClass();
        Optional<ObjectNode> hosted = graph.hostedBadgeClass();
        if (embedded.isPresent()
                && hosted.isEmpty()
                && WebAddresses.web(id).isPresent()
                && !WebAddresses.sameOrigin(id, graph.issuerId())) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_BADGE_CLASS_UNREACHABLE, String.valueOf(id));
        }
        Optional<String> difference = embedded.isPresent() && hosted.isPresent()
                ? same.beyond(embedded.get(), hosted.get())
                : Optional.empty();
        if (difference.isPresent()) {
            return answer(Outcome.WARNING, ReasonCode.PROOF_BADGE_CLASS_DIFFERS, String.valueOf(id), difference.get());
        }
        return stale
                ? answer(Outcome.WARNING, ReasonCode.PROOF_HOSTED_STALE, assertion)
                : answer(Outcome.PASSED, ReasonCode.PROOF_HOSTED_AS_SHOWN);
    }

    private CheckResult answer(Outcome outcome, ReasonCode code, String... arguments) {
        return Check.answer(CheckName.PROOF, outcome, code.with(arguments), findings);
    }
}
