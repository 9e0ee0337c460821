package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Conclusion;
import fr.badgesiae.verifier.Explanations;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonSentences;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationReport;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as text: verdict, issuer, every check with its sentence and explanation, endorsements. */
final class TextReport {
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String FAINT = "2";

    private static final Pattern HERE = Pattern.compile("^(did:web:|https?://)(localhost|127\\.0\\.0\\.1)\\b");

    private static final Set<Outcome> ODD = EnumSet.of(Outcome.WARNING, Outcome.FAILED, Outcome.INCONCLUSIVE);

    private final Messages words;
    private final Explanations explanations;
    private final ReasonSentences sentences;
    private final Conclusion conclusion;
    private final boolean colours;
    private final boolean loopback;

    /** @param loopback whether documents of this machine were accepted */
    TextReport(Messages words, boolean colours, boolean loopback) {
        this.words = words;
        this.sentences = ReasonSentences.in(words.locale());
        this.explanations = Explanations.in(words.locale());
        this.conclusion = Conclusion.in(words.locale());
        this.colours = colours;
        this.loopback = loopback;
    }

    String of(VerificationReport report) {
        StringBuilder text = new StringBuilder();
        String headline = conclusion.heading(report) + " (" + report.verdict() + ")";
        text.append(paint("1;" + colour(report.verdict()), headline)).append('\n');
        text.append("  ").append(Messages.clean(conclusion.sentence(report))).append('\n');
        if (report.input().source() != null) {
            text.append("  ").append(Messages.clean(report.input().source())).append('\n');
        }
        issuer(report.issuer(), text);
        for (CheckResult check : report.checks()) {
            check(report, check, "  ", text);
            explain(report, check, text);
        }
        report.endorsements().forEach(endorsement -> endorsement(endorsement, text));
        if (report.verdict() == Verdict.UNDETERMINED
                && !loopback
                && isHere(report.issuer().id())) {
            text.append("  ").append(words.say("report.loopback")).append('\n');
        }
        return text.toString();
    }

    /** Whether the issuer's URL is on this machine, as in a demonstration. */
    private static boolean isHere(@Nullable String issuer) {
        return issuer != null && HERE.matcher(issuer).find();
    }

    private void check(VerificationReport report, CheckResult check, String indent, StringBuilder text) {
        String mark = mark(check.outcome()) + " " + sentences.word(check.name());
        text.append(indent).append(paint(colour(check.outcome()), mark));
        text.append(" [").append(sentences.word(check.outcome())).append("] ");
        text.append(Messages.clean(sentences.say(report, check.reason())));
        text.append(paint(FAINT, " (" + check.reason().code() + ")")).append('\n');
    }

    /** The explanation and advice of a check that did not pass. */
    private void explain(VerificationReport report, CheckResult check, StringBuilder text) {
        if (ODD.contains(check.outcome())) {
            line(text, "report.means", explanations.means(report, check));
            explanations.toDo(report, check).ifPresent(toDo -> line(text, "report.to-do", toDo));
        }
    }

    private void line(StringBuilder text, String key, String sentence) {
        text.append("      ").append(paint(FAINT, words.say(key, sentence))).append('\n');
    }

    /** The endorser, the verdict, and each check that did not pass. */
    private void endorsement(VerificationReport endorsement, StringBuilder text) {
        String id = endorsement.issuer().id();
        String who = id == null ? "?" : id + name(endorsement.issuer());
        String headline = conclusion.heading(endorsement) + " (" + endorsement.verdict() + ")";
        text.append("  ")
                .append(paint(colour(endorsement.verdict()), words.say("report.endorsement", who, headline)))
                .append('\n');
        endorsement.checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED || check.outcome() == Outcome.INCONCLUSIVE)
                .forEach(check -> check(endorsement, check, "    ", text));
    }

    /** One line for a report among several: the verdict, the badge, and the reasons if it is not valid. */
    String line(VerificationReport report) {
        String verdict = String.format("%-12s", report.verdict());
        String source = Messages.clean(String.valueOf(report.input().source()));
        String line = paint(colour(report.verdict()), verdict) + "  " + source;
        if (report.verdict() == Verdict.VALID) {
            return line;
        }
        String reasons = report.checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED || check.outcome() == Outcome.INCONCLUSIVE)
                .map(check -> check.reason().code())
                .collect(Collectors.joining(", "));
        return line + "  " + conclusion.heading(report) + paint(FAINT, " (" + reasons + ")");
    }

    /** The number of reports by verdict. */
    String summary(Map<Verdict, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return words.say(
                all == 1 ? "report.summary-one" : "report.summary",
                all,
                counts.getOrDefault(Verdict.VALID, 0),
                counts.getOrDefault(Verdict.INVALID, 0),
                counts.getOrDefault(Verdict.UNDETERMINED, 0));
    }

    private void issuer(VerificationReport.Issuer issuer, StringBuilder text) {
        if (issuer.id() != null) {
            text.append("  ")
                    .append(words.say("report.issuer", issuer.id() + name(issuer)))
                    .append('\n');
        }
    }

    private String name(VerificationReport.Issuer issuer) {
        if (issuer.registered() != null) {
            return " ("
                    + words.say("report.registered-name", issuer.registered().registeredName()) + ")";
        }
        return issuer.claimedName() == null ? "" : " (" + words.say("report.claimed-name", issuer.claimedName()) + ")";
    }

    private String paint(String colour, String text) {
        return colours ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case VALID -> GREEN;
            case INVALID -> RED;
            case UNDETERMINED -> YELLOW;
        };
    }

    private static String colour(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> GREEN;
            case FAILED -> RED;
            case WARNING, INCONCLUSIVE -> YELLOW;
            case NOT_APPLICABLE, SKIPPED -> FAINT;
        };
    }

    private static char mark(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> '+';
            case WARNING -> '!';
            case FAILED -> 'x';
            case INCONCLUSIVE -> '?';
            case NOT_APPLICABLE, SKIPPED -> '-';
        };
    }
}
