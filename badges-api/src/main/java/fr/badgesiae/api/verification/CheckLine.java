package fr.badgesiae.api.verification;

import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Explanations;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonSentences;
import fr.badgesiae.verifier.VerificationReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One check of a report, in the reader's language.
 *
 * @param css {@code passed}, {@code warned}, {@code failed} or {@code unknown}
 * @param icon the pictogram of the outcome
 * @param sentence the reason in words
 * @param means the meaning of the outcome
 * @param toDo advice, or null
 * @param code the reason code
 * @param answered whether the check applied to the badge and was made
 * @param findings of a check that did not pass: what defect, and where
 */
public record CheckLine(
        String name,
        String outcome,
        String css,
        String icon,
        String sentence,
        String means,
        @Nullable String toDo,
        String code,
        boolean answered,
        List<String> findings) {
    private static final int MOST = 12;
    private static final int LONGEST = 300;

    /** The checks that applied and were made. */
    public static List<CheckLine> answered(List<CheckLine> checks) {
        return checks.stream().filter(CheckLine::answered).toList();
    }

    /** The checks that did not apply or were not made. */
    public static List<CheckLine> withoutAnswer(List<CheckLine> checks) {
        return checks.stream().filter(check -> !check.answered()).toList();
    }

    /** Every check of a report, in order. */
    public static List<CheckLine> of(VerificationReport report, Locale language) {
        ReasonSentences sentences = ReasonSentences.in(language);
        Explanations explanations = Explanations.in(language);
        return report.checks().stream()
                .map(check -> of(report, check, sentences, explanations))
                .toList();
    }

    private static CheckLine of(
            VerificationReport report, CheckResult check, ReasonSentences sentences, Explanations explanations) {
        String css = switch (check.outcome()) {
            case PASSED -> "passed";
            case WARNING -> "warned";
            case FAILED -> "failed";
            case INCONCLUSIVE, NOT_APPLICABLE, SKIPPED -> "unknown";
        };
        String icon = switch (check.outcome()) {
            case PASSED -> "success";
            case WARNING -> "warning";
            case FAILED -> "error";
            case INCONCLUSIVE -> "question";
            case NOT_APPLICABLE, SKIPPED -> "withdrawn";
        };
        return new CheckLine(
                sentences.word(check.name()),
                sentences.word(check.outcome()),
                css,
                icon,
                sentences.say(report, check.reason()),
                explanations.means(report, check),
                explanations.toDo(report, check).orElse(null),
                check.reason().code(),
                check.outcome() != Outcome.NOT_APPLICABLE && check.outcome() != Outcome.SKIPPED,
                findings(check));
    }

    private static List<String> findings(CheckResult check) {
        return switch (check.outcome()) {
            case PASSED, NOT_APPLICABLE, SKIPPED -> List.of();
            case WARNING, FAILED, INCONCLUSIVE ->
                check.findings().stream()
                        .limit(MOST)
                        .map(finding -> finding.key() + " = " + finding.value())
                        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
                        .toList();
        };
    }
}
