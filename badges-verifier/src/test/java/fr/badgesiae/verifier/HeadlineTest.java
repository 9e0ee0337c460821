package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Walks every combination of outcomes. Outcomes that no rule tells apart are one class, held by a test of its own: PASSED,
 * WARNING and NOT_APPLICABLE; INCONCLUSIVE and SKIPPED; and FAILED for each reason that decides a headline.
 */
class HeadlineTest {
    private static final ReasonCode ANY = ReasonCode.INTERNAL_ERROR;
    private static final Map<CheckName, List<ReasonCode>> DECIDING = Map.of(
            CheckName.CONTEXT, List.of(ReasonCode.CONTEXT_ORDER_WRONG, ANY),
            CheckName.SCHEMA, List.of(ReasonCode.SCHEMA_NOT_A_BADGE, ANY),
            CheckName.VALIDITY_PERIOD, List.of(ReasonCode.VALIDITY_EXPIRED, ReasonCode.VALIDITY_NOT_YET, ANY),
            CheckName.STATUS, List.of(ReasonCode.STATUS_REVOKED, ReasonCode.STATUS_SUSPENDED, ANY));
    /** No rule tells them apart: one of them stands for all. */
    private static final Set<CheckName> OPTIONAL = Set.of(CheckName.REFRESH, CheckName.ENDORSEMENTS, CheckName.TRUST);

    private static List<CheckResult> classes(CheckName name) {
        List<CheckResult> classes = new ArrayList<>();
        classes.add(result(name, Outcome.PASSED, ANY));
        if (!OPTIONAL.contains(name)) {
            classes.add(result(name, Outcome.INCONCLUSIVE, ANY));
            DECIDING.getOrDefault(name, List.of(ANY)).forEach(code -> classes.add(result(name, Outcome.FAILED, code)));
        }
        return classes;
    }

    private static CheckResult result(CheckName name, Outcome outcome, ReasonCode code) {
        return new CheckResult(name, outcome, code.with(), List.of());
    }

    private static void walk(Consumer<List<CheckResult>> each) {
        walk(List.of(CheckName.values()), List.of(), each);
    }

    private static void walk(List<CheckName> left, List<CheckResult> chosen, Consumer<List<CheckResult>> each) {
        if (left.isEmpty()) {
            each.accept(chosen);
            return;
        }
        for (CheckResult one : classes(left.get(0))) {
            List<CheckResult> more = new ArrayList<>(chosen);
            more.add(one);
            walk(left.subList(1, left.size()), more, each);
        }
    }

    @Test
    void noHeadlineContradictsTheVerdictOrTheChecksInAnyCombination() {
        int[] count = new int[1];
        walk(checks -> {
            for (boolean recipientRequired : new boolean[] {false, true}) {
                count[0]++;
                String wrong = wrong(Verdict.of(checks, recipientRequired), checks);
                if (wrong != null) {
                    throw new AssertionError(wrong + ": " + checks);
                }
            }
        });
        assertThat(count[0]).isGreaterThan(190_000);
    }

    /** The rule that a combination breaks, or null. */
    private static String wrong(Verdict verdict, List<CheckResult> checks) {
        Headline headline = Headline.of(verdict, checks);
        Map<CheckName, CheckResult> by = new EnumMap<>(CheckName.class);
        checks.forEach(check -> by.put(check.name(), check));
        boolean unread = failed(by, CheckName.FORMAT, null);
        boolean forged = failed(by, CheckName.PROOF, null)
                || failed(by, CheckName.ISSUER, null)
                || failed(by, CheckName.CONTEXT, ANY);
        boolean revoked = failed(by, CheckName.STATUS, ReasonCode.STATUS_REVOKED);
        boolean holds = switch (headline) {
            case AUTHENTIC -> verdict == Verdict.VALID;
            case CANNOT_TELL -> verdict == Verdict.UNDETERMINED;
            case NOT_A_BADGE -> unread;
            case NOT_AUTHENTIC -> forged && !unread;
            case REVOKED -> revoked && !forged && !unread;
            case SUSPENDED -> failed(by, CheckName.STATUS, ReasonCode.STATUS_SUSPENDED) && !forged && !unread;
            case EXPIRED -> failed(by, CheckName.VALIDITY_PERIOD, ReasonCode.VALIDITY_EXPIRED) && !revoked && !forged;
            case NOT_YET_VALID -> failed(by, CheckName.VALIDITY_PERIOD, ReasonCode.VALIDITY_NOT_YET) && !revoked;
            case OTHER_RECIPIENT -> failed(by, CheckName.RECIPIENT, null) && !revoked && !forged && !unread;
            case OTHER_CREDENTIAL -> failed(by, CheckName.SCHEMA, ReasonCode.SCHEMA_NOT_A_BADGE) && !forged && !unread;
            case NOT_CONFORMING -> verdict == Verdict.INVALID && !revoked && !forged && !unread;
        };
        boolean missed = (unread && headline != Headline.NOT_A_BADGE)
                || (forged && !unread && headline != Headline.NOT_AUTHENTIC)
                || (revoked && !forged && !unread && headline != Headline.REVOKED);
        boolean invalid = headline != Headline.AUTHENTIC && headline != Headline.CANNOT_TELL;
        if (!holds || missed || invalid != (verdict == Verdict.INVALID)) {
            return headline + " with " + verdict;
        }
        return Headline.proven(checks) && (forged || unread) ? "proven with a failure of proof" : null;
    }

    private static boolean failed(Map<CheckName, CheckResult> by, CheckName name, ReasonCode code) {
        CheckResult result = by.get(name);
        return result.outcome() == Outcome.FAILED && (code == null || code.is(result.reason()));
    }

    /** In every combination, each other outcome of a class has the same headline and verdict. */
    @Test
    void outcomesOfOneClassAreInterchangeable() {
        int[] count = new int[1];
        walk(checks -> {
            if (count[0]++ % 97 == 0) {
                checks.forEach(check -> likewise(check).forEach(other -> {
                    List<CheckResult> swapped = checks.stream()
                            .map(each -> each.name() == check.name() ? other : each)
                            .toList();
                    assertThat(Verdict.of(swapped, true)).isEqualTo(Verdict.of(checks, true));
                    assertThat(Headline.of(Verdict.of(swapped, true), swapped))
                            .isEqualTo(Headline.of(Verdict.of(checks, true), checks));
                }));
            }
        });
    }

    private static List<CheckResult> likewise(CheckResult check) {
        List<Outcome> outcomes = switch (check.outcome()) {
            case PASSED -> List.of(Outcome.WARNING, Outcome.NOT_APPLICABLE);
            case INCONCLUSIVE -> List.of(Outcome.SKIPPED);
            default -> List.of();
        };
        return outcomes.stream()
                .map(outcome -> result(check.name(), outcome, ANY))
                .toList();
    }

    /** Each reason of a failure has the headline of its class. */
    @Test
    void aReasonOutsideTheListsDecidesAsAnyOther() {
        for (ReasonCode code : ReasonCode.values()) {
            String prefix = code.code().substring(0, code.code().indexOf('.'));
            for (CheckName name : CheckName.values()) {
                if (name.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(prefix)) {
                    assertThat(alone(name, code)).as(code.code()).isEqualTo(expected(name, code));
                }
            }
        }
    }

    private static Headline alone(CheckName name, ReasonCode code) {
        List<CheckResult> checks = VerdictTest.but(VerdictTest.all(Outcome.PASSED), name, Outcome.FAILED, code);
        return Headline.of(Verdict.of(checks, false), checks);
    }

    private static Headline expected(CheckName name, ReasonCode code) {
        return switch (code) {
            case CONTEXT_MISSING, CONTEXT_ORDER_WRONG -> Headline.NOT_CONFORMING;
            case SCHEMA_NOT_A_BADGE, SCHEMA_NOT_AN_ENDORSEMENT -> Headline.OTHER_CREDENTIAL;
            case VALIDITY_EXPIRED -> Headline.EXPIRED;
            case VALIDITY_NOT_YET -> Headline.NOT_YET_VALID;
            case STATUS_REVOKED -> Headline.REVOKED;
            case STATUS_SUSPENDED -> Headline.SUSPENDED;
            default ->
                switch (name) {
                    case FORMAT -> Headline.NOT_A_BADGE;
                    case CONTEXT, ISSUER, PROOF -> Headline.NOT_AUTHENTIC;
                    case RECIPIENT -> Headline.OTHER_RECIPIENT;
                    default -> Headline.NOT_CONFORMING;
                };
        };
    }
}
