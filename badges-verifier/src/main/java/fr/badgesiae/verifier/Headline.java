package fr.badgesiae.verifier;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answer for people: a pure function of the verdict and of the checks, from a closed list. */
public enum Headline {
    /** Everything required was answered and nothing failed. */
    AUTHENTIC,
    /** Authentic, but its period is over. */
    EXPIRED,
    /** Authentic, but its period has not begun. */
    NOT_YET_VALID,
    /** Authentic, but its issuer has paused it. */
    SUSPENDED,
    /** Its issuer has withdrawn it. */
    REVOKED,
    /** Its form, contexts, schema, issuer or proof failed. */
    NOT_AUTHENTIC,
    /** Something needed could not be answered, or something failed that says nothing of its authenticity. */
    CANNOT_TELL;

    private static final Set<CheckName> AUTHENTICITY =
            Set.of(CheckName.FORMAT, CheckName.CONTEXT, CheckName.SCHEMA, CheckName.ISSUER, CheckName.PROOF);

    /**
     * The word for a list of checks. NOT_AUTHENTIC needs one of the checks of authenticity to have FAILED: nobody whose badge
     * lapsed is called a forger. SUSPENDED, EXPIRED and NOT_YET_VALID say "authentic, but", so they need all of those checks
     * answered.
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
