package fr.badgesiae.verifier;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The result for people, from a closed list: a pure function of the verdict and the checks. */
public enum Headline {
    /** Every required check passed and none failed. */
    AUTHENTIC,
    /** The validity period has ended. */
    EXPIRED,
    /** The validity period has not started. */
    NOT_YET_VALID,
    /** Suspended by the issuer. */
    SUSPENDED,
    /** Revoked by the issuer. */
    REVOKED,
    /** Awarded to somebody other than the person that the policy names. */
    OTHER_RECIPIENT,
    /** A credential of another kind. */
    OTHER_CREDENTIAL,
    /** A defect that says nothing about who signed: form, dates, digests of evidence. */
    NOT_CONFORMING,
    /** The submission holds no readable badge. */
    NOT_A_BADGE,
    /** Changed, or not signed by the stated issuer. */
    NOT_AUTHENTIC,
    /** A required check has no result. */
    CANNOT_TELL;

    /** Failures of CONTEXT that leave the signed content unchanged. */
    private static final Set<ReasonCode> FORM = EnumSet.of(ReasonCode.CONTEXT_MISSING, ReasonCode.CONTEXT_ORDER_WRONG);

    /**
     * The headline of a list of results, by precedence. NOT_AUTHENTIC requires a failure of PROOF, of ISSUER, or of a
     * CONTEXT under which the proof would not cover part of the badge.
     *
     * @param verdict the fold over the same checks
     */
    public static Headline of(Verdict verdict, List<CheckResult> checks) {
        Map<CheckName, CheckResult> byName = byName(checks);
        if (failed(byName, CheckName.FORMAT)) {
            return NOT_A_BADGE;
        }
        if (failed(byName, CheckName.PROOF) || failed(byName, CheckName.ISSUER) || coversLess(byName)) {
            return NOT_AUTHENTIC;
        }
        if (failed(byName, CheckName.STATUS, ReasonCode.STATUS_REVOKED)) {
            return REVOKED;
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
        return verdict == Verdict.INVALID ? defect(byName) : verdict == Verdict.VALID ? AUTHENTIC : CANNOT_TELL;
    }

    /** The headline of a failure that says nothing about authenticity, revocation or dates. */
    private static Headline defect(Map<CheckName, CheckResult> byName) {
        if (failed(byName, CheckName.RECIPIENT)) {
            return OTHER_RECIPIENT;
        }
        boolean other = failed(byName, CheckName.SCHEMA, ReasonCode.SCHEMA_NOT_A_BADGE)
                || failed(byName, CheckName.SCHEMA, ReasonCode.SCHEMA_NOT_AN_ENDORSEMENT);
        return other ? OTHER_CREDENTIAL : NOT_CONFORMING;
    }

    /**
     * Whether the content is proven: it was read, and is covered by a proof of the stated issuer. Content that is not
     * proven is never shown to people.
     */
    public static boolean proven(List<CheckResult> checks) {
        Map<CheckName, CheckResult> byName = byName(checks);
        boolean passed = EnumSet.of(CheckName.FORMAT, CheckName.ISSUER, CheckName.PROOF).stream()
                .allMatch(name -> passed(byName, name));
        boolean formOnly = failed(byName, CheckName.CONTEXT) && !coversLess(byName);
        return passed && (formOnly || passed(byName, CheckName.CONTEXT));
    }

    /** Whether CONTEXT failed because the proof would not cover part of the badge. */
    static boolean coversLess(CheckResult context) {
        return context.outcome() == Outcome.FAILED && FORM.stream().noneMatch(code -> code.is(context.reason()));
    }

    private static boolean coversLess(Map<CheckName, CheckResult> byName) {
        CheckResult context = byName.get(CheckName.CONTEXT);
        return context != null && coversLess(context);
    }

    private static Map<CheckName, CheckResult> byName(List<CheckResult> checks) {
        Map<CheckName, CheckResult> byName = new EnumMap<>(CheckName.class);
        checks.forEach(result -> byName.put(result.name(), result));
        return byName;
    }

    private static boolean passed(Map<CheckName, CheckResult> byName, CheckName name) {
        CheckResult result = byName.get(name);
        return result != null && (result.outcome() == Outcome.PASSED || result.outcome() == Outcome.WARNING);
    }

    private static boolean failed(Map<CheckName, CheckResult> byName, CheckName name) {
        CheckResult result = byName.get(name);
        return result != null && result.outcome() == Outcome.FAILED;
    }

    private static boolean failed(Map<CheckName, CheckResult> byName, CheckName name, ReasonCode code) {
        CheckResult result = byName.get(name);
        return result != null && result.outcome() == Outcome.FAILED && code.is(result.reason());
    }
}
