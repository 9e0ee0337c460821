package fr.badgesiae.verifier.ob2.hosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.ob2.form.VerificationScope;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.ob2.graph.HostedCopy;
import fr.badgesiae.verifier.ob2.graph.Published;
import fr.badgesiae.verifier.pipeline.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proof of a hosted assertion: it is published at its id, which lies in the scope of its issuer's published Profile (ob-2.0
 * "HostedBadge Verification"). An unreachable URL is INCONCLUSIVE: badges outlive sites.
 */
public final class HostedProof {
    private final BadgeGraph graph;
    private final HostedCopy copy;
    private final List<Finding> findings = new ArrayList<>();

    public HostedProof(BadgeGraph graph) {
        this.graph = graph;
        this.copy = graph.copy();
    }

    public CheckResult verify() {
        String id = graph.id() == null ? copy.published().map(Published::id).orElse(null) : graph.id();
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
        copy.published().ifPresent(published -> findings.add(published.finding("proof.hosted")));
        if (graph.revoked() && copy.judged().isPresent()) {
            return answer(Outcome.WARNING, ReasonCode.PROOF_HOSTED_REVOKED, id);
        }
        return outside.orElseGet(() -> published(id));
    }

    /** The reason why the id is not in the issuer's scope, if any. */
    private Optional<CheckResult> scope(String id) {
        String issuer = graph.issuerId();
        if (graph.revoked() && graph.badgeClassId() == null && issuer == null) {
            return Optional.empty(); // reduced to its id: no issuer, and nothing to prove but the revocation
        }
        if (issuer == null && graph.reference()) {
            return Optional.empty(); // the address, which would say it, is not read
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

    private CheckResult published(String id) {
        return switch (copy.state()) {
            case NOT_ASKED, UNREACHABLE, GONE ->
                answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_HOSTED_UNREACHABLE, id, graph.missing(id));
            case NOT_A_BADGE ->
                answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_HOSTED_UNREACHABLE, id, graph.missingAssertion());
            case OTHER_ID -> answer(Outcome.FAILED, ReasonCode.PROOF_HOSTED_DIFFERS, id, "id");
            case CONTRADICTS ->
                answer(Outcome.FAILED, ReasonCode.PROOF_HOSTED_DIFFERS, id, String.valueOf(copy.contradiction()));
            case UNCONFIRMED -> {
                String declared = copy.published().map(Published::id).orElse("");
                String why = graph.missing(declared);
                yield answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_HOSTED_ID_NOT_CONFIRMED, id, declared, why);
            }
            case PUBLISHED -> badgeClass(copy.published().orElseThrow());
        };
    }

    /** The assertion is published; the BadgeClass embedded in it may still differ from the hosted one. */
    private CheckResult badgeClass(Published assertion) {
        String id = graph.badgeClassId();
        if (graph.embeddedBadgeClass().isPresent()
                && graph.hostedBadgeClass().isEmpty()
                && WebAddresses.web(id).isPresent()
                && !WebAddresses.sameOrigin(id, graph.issuerId())) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_BADGE_CLASS_UNREACHABLE, String.valueOf(id));
        }
        findings.addAll(copy.findings());
        if (!copy.isSame()) {
            return answer(
                    Outcome.WARNING,
                    ReasonCode.PROOF_HOSTED_COPY_DIFFERS,
                    assertion.id(),
                    copy.publishedValues(),
                    copy.submittedValues());
        }
        if (assertion.isElsewhere()) {
            String found = assertion.found().finalUri().toString();
            return answer(Outcome.WARNING, ReasonCode.PROOF_HOSTED_ADDRESS_DIFFERS, assertion.asked(), found);
        }
        Optional<String> difference = graph.embeddedDiffers();
        if (difference.isPresent()) {
            return answer(Outcome.WARNING, ReasonCode.PROOF_BADGE_CLASS_DIFFERS, String.valueOf(id), difference.get());
        }
        return assertion.found().stale()
                ? answer(Outcome.WARNING, ReasonCode.PROOF_HOSTED_STALE, assertion.id())
                : answer(Outcome.PASSED, ReasonCode.PROOF_HOSTED_AS_SHOWN);
    }

    private CheckResult answer(Outcome outcome, ReasonCode code, String... arguments) {
        return Check.answer(CheckName.PROOF, outcome, code.with(arguments), findings);
    }
}
