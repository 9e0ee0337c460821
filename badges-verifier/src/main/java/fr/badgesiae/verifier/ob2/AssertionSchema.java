package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;

/**
 * SCHEMA of Open Badges 2.0: the rules of each class for the assertion, its BadgeClass and its issuer, embedded and as
 * published (ob-2.0 "Data Validation"). An unreadable Profile is left to ISSUER.
 */
public final class AssertionSchema implements Check {
    private static final String SPEC = "ob-2.0 Open Badges Vocabulary";
    static final int MAX_VIOLATIONS = 20;

    private final ClassSchemas schemas = new ClassSchemas(Catalogue.OPEN_BADGES_2);
    private final Extensions extensions = new Extensions();

    @Override
    public CheckName name() {
        return CheckName.SCHEMA;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        BadgeGraph graph = BadgeGraph.of(context);
        ObjectNode assertion = graph.assertion();
        String wanted = graph.endorsement() ? "Endorsement" : "Assertion";
        List<String> types = ParsedCredential.strings(assertion.path("type"));
        if (!graph.revoked() && !types.contains(wanted) && types.stream().anyMatch(schemas::has)) {
            return answer(
                    Outcome.FAILED,
                    graph.endorsement() ? ReasonCode.SCHEMA_NOT_AN_ENDORSEMENT : ReasonCode.SCHEMA_NOT_A_BADGE,
                    List.of(),
                    String.join(" ", types));
        }
        if (graph.reference()) {
            String id = String.valueOf(graph.id());
            return answer(
                    Outcome.INCONCLUSIVE,
                    ReasonCode.SCHEMA_BADGE_CLASS_UNREACHABLE,
                    List.of(),
                    id,
                    graph.missingAssertion());
        }
        List<String> violations = violations(graph, wanted);
        if (!violations.isEmpty()) {
            return answer(Outcome.FAILED, ReasonCode.SCHEMA_OB2_DOES_NOT_CONFORM, violations, violations.get(0));
        }
        if (graph.badgeClassId() != null && graph.badgeClass().isEmpty()) {
            return answer(
                    Outcome.INCONCLUSIVE,
                    ReasonCode.SCHEMA_BADGE_CLASS_UNREACHABLE,
                    violations,
                    graph.badgeClassId(),
                    graph.missing(graph.badgeClassId()));
        }
        return extensions
                .examine(graph)
                .orElseGet(() -> answer(Outcome.PASSED, ReasonCode.SCHEMA_OB2_CONFORMS, violations));
    }

    private List<String> violations(BadgeGraph graph, String wanted) {
        List<String> violations = new ArrayList<>(
                schemas.violations(graph.revoked() ? "RevokedAssertion" : wanted, graph.assertion(), ""));
        graph.hostedBadgeClass()
                .ifPresent(badge -> violations.addAll(schemas.violations("BadgeClass", badge, "badge:")));
        graph.hostedProfile()
                .ifPresent(profile -> violations.addAll(schemas.violations("Profile", profile, "issuer:")));
        if (graph.upgraded()) {
            violations.removeIf(AssertionSchema::laterRule);
        }
        return violations;
    }

    /** Rules that 1.x did not have: an issuer's e-mail address, ids of embedded objects. */
    private static boolean laterRule(String violation) {
        return violation.endsWith(" required email") || violation.endsWith(" required id");
    }

    private static CheckResult answer(Outcome outcome, ReasonCode code, List<String> violations, String... arguments) {
        List<Finding> findings = violations.stream()
                .limit(MAX_VIOLATIONS)
                .map(violation -> new Finding("schema.violation", violation, SPEC))
                .toList();
        return Check.answer(CheckName.SCHEMA, outcome, code.with(arguments), findings);
    }
}
