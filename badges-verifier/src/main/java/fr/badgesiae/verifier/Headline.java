package fr.badgesiae.verifier;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The result for people, from a closed list: a pure function of the verdict and the checks. */
public enum Headline {
    /** Every required check passed and none failed. */
    AUTHENTIC,
    /** Authentic; the validity period has ended. */
    EXPIRED,
    /** Authentic; the validity period has not started. */
    NOT_YET_VALID,
    /** Authentic; suspended by the issuer. */
    SUSPENDED,
    /** Revoked by the issuer. */
    REVOKED,
    /** Form, contexts, schema, issuer or proof failed. */
    NOT_AUTHENTIC,
    /** A required check has no result, or a check failed that says nothing about authenticity. */
    CANNOT_TELL;

    private static final Set<CheckName> AUTHENTICITY =
            Set.of(CheckName.FORMAT, CheckName.CONTEXT, CheckName.SCHEMA, CheckName.ISSUER, CheckName.PROOF);

    /**
     * The headline of a list of results. NOT_AUTHENTIC requires a FAILED check of authenticity, so that a lapsed badge is
     * never called forged. SUSPENDED, EXPIRED and NOT_YET_VALID require a result of every check of authenticity.
     */
    public static Headline of(Verdict verdict, List<CheckResult> checks) {
        Map<CheckName, CheckResult> byName = new EnumMap<>(CheckName.class);
        checks.forEach(result -> byName.put(result.name(), result));
        List<Outcome> authenticity = checks.stream()
                .filter(result -> AUTHENTICITY.contains(result.name()))
                .map(CheckResult::outcome)
                .toList();
        if (authenticity.contains(Outcome.FAILED)) {
            return NOT_AUTHENTIC;
        }
        if (failed(byName, CheckName.STATUS, ReasonCode.STATUS_REVOKED)) {
            return REVOKED;
        }
        if (authenticity.contains(Outcome.INCONCLUSIVE) || authenticity.contains(Outcome.SKIPPED)) {
            return CANNOT_TELL;
        }
        if (failed(byName, CheckName.STATUS, ReasonCode.STATUS_SUSPENDED)) {
            return SUSPENDED;
        }
        if (failed(byName, CheckName.VALIDITY_PERIOD, ReasonCode.VALIDITY_EXPIRED)) {
            return EXPIRED;
        }
        if (failed(byName, CheckName.VALIDITY_PERIOD, ReasonCode.VALIDITY_NOT_YET)) {
            return NOT_YET_VALID;
        }
        return verdict == Verdict.VALID ? AUTHENTIC : CANNOT_TELL;
    }

    private static boolean failed(Map<CheckName, CheckResult> byName, CheckName name, ReasonCode code) {
        CheckResult result = byName.get(name);
        return result != null && result.outcome() == Outcome.FAILED && code.is(result.reason());
    }
}
