package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.codec.DateTimeStamp;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the instant of judgement lies in the period of the credential: {@code validFrom} and {@code validUntil}, in VC 1.1
 * {@code issuanceDate} and {@code expirationDate}, of a JWT {@code nbf} and {@code exp} where those are left out. At its end it
 * is over (VC Data Model 2.0, 4.9).
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
        findings.add(new Finding("validity.at", context.policy().at().toString(), "policy"));
        try {
            Optional<Instant> start = dates(credential, STARTS, "nbf", findings).max(Comparator.naturalOrder());
            Optional<Instant> end = dates(credential, ENDS, "exp", findings).min(Comparator.naturalOrder());
            return judge(context.policy().at(), start, end, findings);
        } catch (NotADate e) {
            return answer(Outcome.FAILED, ReasonCode.VALIDITY_NOT_A_DATE.with(e.property), findings);
        }
    }

    private static CheckResult judge(
            Instant at, Optional<Instant> start, Optional<Instant> end, List<Finding> findings) {
        String from = start.map(Instant::toString).orElse("");
        String until = end.map(Instant::toString).orElse("");
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            return answer(Outcome.FAILED, ReasonCode.VALIDITY_END_BEFORE_START.with(from, until), findings);
        }
        if (end.isPresent() && !at.isBefore(end.get())) {
            return answer(Outcome.FAILED, ReasonCode.VALIDITY_EXPIRED.with(until), findings);
        }
        if (start.isEmpty()) {
            return answer(Outcome.WARNING, ReasonCode.VALIDITY_NO_START.with(), findings);
        }
        Duration ahead = Duration.between(at, start.get());
        if (ahead.compareTo(VerificationPolicy.CLOCK_TOLERANCE) > 0) {
            return answer(Outcome.FAILED, ReasonCode.VALIDITY_NOT_YET.with(from), findings);
        }
        return ahead.isNegative() || ahead.isZero()
                ? answer(Outcome.PASSED, ReasonCode.VALIDITY_WITHIN.with(), findings)
                : answer(Outcome.WARNING, ReasonCode.VALIDITY_WITHIN_TOLERANCE.with(from), findings);
    }

    /** Where a credential has a date under the names of both versions of the data model, the narrower period counts. */
    private static Stream<Instant> dates(
            ParsedCredential credential, List<String> properties, String claim, List<Finding> findings)
            throws NotADate {
        List<Instant> found = new ArrayList<>();
        for (String property : properties) {
            JsonNode value = credential.document().path(property);
            if (!value.isMissingNode()) {
                Instant instant = DateTimeStamp.parse(value.textValue()).orElseThrow(() -> new NotADate(property));
                findings.add(new Finding("validity." + property, instant.toString(), SPEC));
                found.add(instant);
            }
        }
        if (found.isEmpty()) {
            claimed(credential, claim).ifPresent(found::add);
            found.forEach(instant -> findings.add(new Finding("validity." + claim, instant.toString(), SPEC)));
        }
        return found.stream();
    }

    private static Optional<Instant> claimed(ParsedCredential credential, String claim) throws NotADate {
        JsonNode seconds =
                credential.jws().map(jws -> jws.payload().path(claim)).orElse(null);
        if (seconds == null || seconds.isMissingNode()) {
            return Optional.empty();
        }
        if (!seconds.isNumber()) {
            throw new NotADate(claim);
        }
        try {
            return Optional.of(Instant.ofEpochSecond((long) Math.floor(seconds.doubleValue())));
        } catch (DateTimeException e) {
            throw new NotADate(claim);
        }
    }

    private static CheckResult answer(Outcome outcome, Reason reason, List<Finding> findings) {
        return Check.answer(CheckName.VALIDITY_PERIOD, outcome, reason, findings);
    }

    /** A date that is none; never leaves this class. */
    private static final class NotADate extends Exception {
        private static final long serialVersionUID = 1L;
        private final String property;

        NotADate(String property) {
            super(property, null, false, false);
            this.property = property;
        }
    }
}
