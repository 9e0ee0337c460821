package fr.badgesiae.verifier;

import java.util.List;

/** The result for machines: a pure fold over the checks. */
public enum Verdict {
    VALID,
    INVALID,
    UNDETERMINED;

    /**
     * INVALID if any check FAILED; else UNDETERMINED if a required check is INCONCLUSIVE or SKIPPED; else VALID.
     *
     * @param recipientRequired whether the policy names a recipient, which makes RECIPIENT required
     */
    public static Verdict of(List<CheckResult> checks, boolean recipientRequired) {
        if (checks.stream().anyMatch(result -> result.outcome() == Outcome.FAILED)) {
            return INVALID;
        }
        boolean unanswered = checks.stream()
                .filter(result ->
                        result.name().required() || (recipientRequired && result.name() == CheckName.RECIPIENT))
                .anyMatch(result -> result.outcome() == Outcome.INCONCLUSIVE || result.outcome() == Outcome.SKIPPED);
        return unanswered ? UNDETERMINED : VALID;
    }
}
