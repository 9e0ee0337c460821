package fr.badgesiae.verifier;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a later verification may have another result. A lasting obstacle never gets the advice to try again. */
public final class RetryAdvice {
    private static final Set<String> PASSING = EnumSet.of(
                    FetchResult.Failure.UNREACHABLE,
                    FetchResult.Failure.CONNECTION_REFUSED,
                    FetchResult.Failure.BAD_STATUS,
                    FetchResult.Failure.DEADLINE)
            .stream()
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private RetryAdvice() {}

    /** Whether the result is open because of an obstacle that may pass: a silent site, or the end of the time allowed. */
    public static boolean mayHelp(CheckResult check) {
        if (check.outcome() != Outcome.INCONCLUSIVE) {
            return false;
        }
        Stream<String> failures = Stream.concat(
                check.reason().failure().stream(),
                check.findings().stream()
                        .filter(finding -> finding.key().equals("issuer.document-missing"))
                        .map(finding ->
                                finding.value().substring(finding.value().lastIndexOf(' ') + 1)));
        return ReasonCode.DEADLINE_PASSED.is(check.reason()) || failures.anyMatch(PASSING::contains);
    }
}
