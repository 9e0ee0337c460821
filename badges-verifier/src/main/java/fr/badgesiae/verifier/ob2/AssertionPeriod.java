package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.codec.CalendarDate;
import fr.badgesiae.verifier.codec.Iso8601Dates;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** VALIDITY_PERIOD of Open Badges 2.0: from {@code issuedOn} to {@code expires}. A revoked assertion may have neither. */
public final class AssertionPeriod implements Check {

    @Override
    public CheckName name() {
        return CheckName.VALIDITY_PERIOD;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        ObjectNode assertion = BadgeGraph.of(context).assertion();
        Instant at = context.policy().at();
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("validity.at", at.toString(), "policy"));
        List<String> malformed = new ArrayList<>();
        for (String property : List.of("issuedOn", "expires")) {
            Optional<Instant> date = Iso8601Dates.parse(assertion.path(property).textValue());
            if (assertion.has(property) && date.isEmpty()) {
                malformed.add(property);
            }
            date.ifPresent(
                    found -> findings.add(new Finding("validity." + property, found.toString(), "ob-2.0 Assertion")));
        }
        CheckResult compared = compare(
                at,
                Iso8601Dates.parse(assertion.path("issuedOn").textValue()).orElse(null),
                Iso8601Dates.parse(assertion.path("expires").textValue()).orElse(null),
                findings);
        // A malformed date cannot prolong the period.
        boolean certain =
                ReasonCode.VALIDITY_EXPIRED.is(compared.reason()) || ReasonCode.VALIDITY_NOT_YET.is(compared.reason());
        if (malformed.isEmpty() || certain) {
            return compared;
        }
        return CalendarDate.parse(assertion.path("expires").textValue())
                .filter(day -> day.isOver(at))
                .map(day -> answer(
                        Outcome.FAILED,
                        ReasonCode.VALIDITY_EXPIRED.with(day.start().toString()),
                        findings))
                .orElseGet(
                        () -> answer(Outcome.FAILED, ReasonCode.VALIDITY_NOT_A_DATE.with(malformed.get(0)), findings));
    }

    private static CheckResult compare(
            Instant at, @Nullable Instant start, @Nullable Instant end, List<Finding> findings) {
        if (start != null && end != null && end.isBefore(start)) {
            return answer(
                    Outcome.FAILED,
                    ReasonCode.VALIDITY_END_BEFORE_START.with(start.toString(), end.toString()),
                    findings);
        }
        if (end != null && !at.isBefore(end)) {
            return answer(Outcome.FAILED, ReasonCode.VALIDITY_EXPIRED.with(end.toString()), findings);
        }
        if (start == null) {
            return answer(Outcome.WARNING, ReasonCode.VALIDITY_NO_START.with(), findings);
        }
        Duration ahead = Duration.between(at, start);
        if (ahead.compareTo(VerificationPolicy.CLOCK_TOLERANCE) > 0) {
            return answer(Outcome.FAILED, ReasonCode.VALIDITY_NOT_YET.with(start.toString()), findings);
        }
        return ahead.isNegative() || ahead.isZero()
                ? answer(Outcome.PASSED, ReasonCode.VALIDITY_WITHIN.with(), findings)
                : answer(Outcome.WARNING, ReasonCode.VALIDITY_WITHIN_TOLERANCE.with(start.toString()), findings);
    }

    private static CheckResult answer(Outcome outcome, Reason reason, List<Finding> findings) {
        return Check.answer(CheckName.VALIDITY_PERIOD, outcome, reason, findings);
    }
}
