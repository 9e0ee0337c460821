package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.codec.CalendarDate;
import fr.badgesiae.verifier.codec.DateTimeStamp;
import fr.badgesiae.verifier.codec.NumericDate;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * VALIDITY_PERIOD: the instant of verification lies in the period of the credential: {@code validFrom} and {@code
 * validUntil}, in VC 1.1 {@code issuanceDate} and {@code expirationDate}; {@code nbf} and {@code exp} of a JWT where those
 * are absent. The end is exclusive (VC Data Model 2.0, 4.9).
 */
public final class ValidityPeriodCheck implements Check {
    private static final String SPEC = "vc-data-model-2.0 4.9";
    private static final List<String> STARTS = List.of("validFrom", "issuanceDate");
    private static final List<String> ENDS = List.of("validUntil", "expirationDate");

    @Override
    public CheckName name() {
        return CheckName.VALIDITY_PERIOD;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        ParsedCredential credential = context.credential();
        List<Finding> findings = new ArrayList<>();
        Instant at = context.policy().at();
        findings.add(new Finding("validity.at", at.toString(), "policy"));
        Malformed malformed = new Malformed();
        Optional<Instant> start =
                dates(credential, STARTS, "nbf", findings, malformed).max(Comparator.naturalOrder());
        Optional<Instant> end =
                dates(credential, ENDS, "exp", findings, malformed).min(Comparator.naturalOrder());
        CheckResult compared = compare(at, start, end, findings);
        if (malformed.properties.isEmpty() || isCertain(compared)) {
            return compared;
        }
        return malformed
                .elapsed(at)
                .map(over -> answer(Outcome.FAILED, ReasonCode.VALIDITY_EXPIRED.with(over.toString()), findings))
                .orElseGet(() -> answer(
                        Outcome.FAILED, ReasonCode.VALIDITY_NOT_A_DATE.with(malformed.properties.get(0)), findings));
    }

    /** Whether the well-formed dates alone decide: a malformed one cannot prolong the period. */
    private static boolean isCertain(CheckResult compared) {
        return ReasonCode.VALIDITY_EXPIRED.is(compared.reason()) || ReasonCode.VALIDITY_NOT_YET.is(compared.reason());
    }

    /** The properties that are no date-time, and the ends among them that are days. */
    private static final class Malformed {
        private final List<String> properties = new ArrayList<>();
        private final List<CalendarDate> ends = new ArrayList<>();

        void add(String property, JsonNode value) {
            properties.add(property);
            if (ENDS.contains(property)) {
                CalendarDate.parse(value.textValue()).ifPresent(ends::add);
            }
        }

        /** The start of the day that ended the period in every zone. */
        Optional<Instant> elapsed(Instant at) {
            return ends.stream()
                    .filter(day -> day.isOver(at))
                    .map(CalendarDate::start)
                    .min(Comparator.naturalOrder());
        }
    }

    private static CheckResult compare(
            Instant at, Optional<Instant> start, Optional<Instant> end, List<Finding> findings) {
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            Reason reason = ReasonCode.VALIDITY_END_BEFORE_START.with(
                    start.get().toString(), end.get().toString());
            return answer(Outcome.FAILED, reason, findings);
        }
        if (end.isPresent() && !at.isBefore(end.get())) {
            return answer(
                    Outcome.FAILED, ReasonCode.VALIDITY_EXPIRED.with(end.get().toString()), findings);
        }
        if (start.isEmpty()) {
            return answer(Outcome.WARNING, ReasonCode.VALIDITY_NO_START.with(), findings);
        }
        Duration ahead = Duration.between(at, start.get());
        if (ahead.isNegative() || ahead.isZero()) {
            return answer(Outcome.PASSED, ReasonCode.VALIDITY_WITHIN.with(), findings);
        }
        String from = start.get().toString();
        return ahead.compareTo(VerificationPolicy.CLOCK_TOLERANCE) > 0
                ? answer(Outcome.FAILED, ReasonCode.VALIDITY_NOT_YET.with(from), findings)
                : answer(Outcome.WARNING, ReasonCode.VALIDITY_WITHIN_TOLERANCE.with(from), findings);
    }

    /** With dates of both versions of the data model the narrower period counts. */
    private static Stream<Instant> dates(
            ParsedCredential credential,
            List<String> properties,
            String claim,
            List<Finding> findings,
            Malformed malformed) {
        List<Instant> found = new ArrayList<>();
        boolean stated = false;
        for (String property : properties) {
            JsonNode value = credential.stated(property);
            stated |= !value.isMissingNode();
            Optional<Instant> instant = DateTimeStamp.parse(value.textValue());
            if (instant.isPresent()) {
                findings.add(new Finding("validity." + property, instant.get().toString(), SPEC));
                found.add(instant.get());
            } else if (!value.isMissingNode()) {
                malformed.add(property, value);
            }
        }
        JsonNode seconds =
                credential.jws().map(jws -> jws.payload().path(claim)).orElseGet(MissingNode::getInstance);
        Optional<Instant> claimed = NumericDate.parse(seconds);
        if (stated) {
            // rounded to a second by its writer; a claim that differs by more contradicts the badge, which PROOF
            // reports
            claimed.filter(instant -> found.stream().anyMatch(date -> NumericDate.agree(seconds, date)))
                    .ifPresent(found::add);
            return found.stream();
        }
        claimed.ifPresent(instant -> {
            findings.add(new Finding("validity." + claim, instant.toString(), SPEC));
            found.add(instant);
        });
        if (claimed.isEmpty() && !seconds.isMissingNode()) {
            malformed.add(claim, seconds);
        }
        return found.stream();
    }

    private static CheckResult answer(Outcome outcome, Reason reason, List<Finding> findings) {
        return Check.answer(CheckName.VALIDITY_PERIOD, outcome, reason, findings);
    }
}
