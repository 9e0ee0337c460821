package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the instant of judgement lies in the period of the credential: {@code validFrom} and {@code validUntil}, in VC 1.1
 * {@code issuanceDate} and {@code expirationDate}, of a JWT {@code nbf} and {@code exp} where those are left out. At its end it
 * is over (VC Data Model 2.0, 4.9).
 */
public final class ValidityPeriodCheck implements Check {
    /** How far clocks may differ. */
    static final Duration TOLERANCE = Duration.ofSeconds(60);

    /** xsd:dateTimeStamp, the only form of a date-time in a credential: with seconds and with an offset. */
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    @Override
    public CheckName name() {
        return CheckName.VALIDITY_PERIOD;
    }

    @Override
    public CheckResult run(Judgement judgement) {
        ParsedCredential credential = judgement.credential();
        boolean version1 = credential.isVersion1();
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("validity.at", judgement.policy().at().toString(), "policy"));
        try {
            Optional<Instant> start = instant(credential, version1 ? "issuanceDate" : "validFrom", "nbf", findings);
            Optional<Instant> end = instant(credential, version1 ? "expirationDate" : "validUntil", "exp", findings);
            return judge(judgement.policy().at(), start, end, findings);
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
        if (ahead.compareTo(TOLERANCE) > 0) {
            return answer(Outcome.FAILED, ReasonCode.VALIDITY_NOT_YET.with(from), findings);
        }
        return ahead.isNegative() || ahead.isZero()
                ? answer(Outcome.PASSED, ReasonCode.VALIDITY_WITHIN.with(), findings)
                : answer(Outcome.WARNING, ReasonCode.VALIDITY_WITHIN_TOLERANCE.with(from), findings);
    }

    private static Optional<Instant> instant(
            ParsedCredential credential, String property, String claim, List<Finding> findings) throws NotADate {
        JsonNode value = credential.document().path(property);
        if (value.isMissingNode()) {
            // Under a JWT nothing else stops a date under the name of the other version of the data model.
            value = credential.document().path(otherName(property));
        }
        Optional<Instant> instant = value.isMissingNode()
                ? claimed(credential, claim)
                : Optional.of(parse(value.textValue()).orElseThrow(() -> new NotADate(property)));
        instant.ifPresent(
                found -> findings.add(new Finding("validity." + property, found.toString(), "vc-data-model-2.0 4.9")));
        return instant;
    }

    private static String otherName(String property) {
        return switch (property) {
            case "validFrom" -> "issuanceDate";
            case "validUntil" -> "expirationDate";
            case "issuanceDate" -> "validFrom";
            default -> "validUntil";
        };
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

    /** The instant of an xsd:dateTimeStamp, or nothing when it is none. */
    static Optional<Instant> parse(String text) {
        if (text == null || !DATE_TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
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
