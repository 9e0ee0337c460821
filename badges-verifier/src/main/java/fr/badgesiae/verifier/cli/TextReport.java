package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonSentences;
import fr.badgesiae.verifier.VerificationReport;
import java.util.Locale;

/** A report as lines of text: the answer first, then who, then every check with its reason. */
final class TextReport {
    private TextReport() {}

    static String of(VerificationReport report, Locale locale) {
        ReasonSentences sentences = ReasonSentences.in(locale);
        boolean english = sentences.locale().equals(Locale.ENGLISH);
        StringBuilder text = new StringBuilder();
        text.append(sentences.word(report.headline()))
                .append(" (")
                .append(report.verdict())
                .append(")\n");
        if (report.input().source() != null) {
            text.append("  ").append(clean(report.input().source())).append('\n');
        }
        VerificationReport.Issuer issuer = report.issuer();
        if (issuer.id() != null) {
            text.append(english ? "  Issuer: " : "  Émetteur\u00a0: ").append(clean(issuer.id()));
            text.append(name(issuer, english)).append('\n');
        }
        for (CheckResult check : report.checks()) {
            text.append("  ").append(mark(check.outcome())).append(' ');
            text.append(sentences.word(check.name())).append(" [").append(sentences.word(check.outcome()));
            text.append("] ").append(clean(sentences.say(check.reason())));
            text.append(" (").append(check.reason().code()).append(")\n");
        }
        return text.toString();
    }

    private static String name(VerificationReport.Issuer issuer, boolean english) {
        if (issuer.registered() != null) {
            String said = english ? "registered name: " : "nom au registre\u00a0: ";
            return " (" + said + clean(issuer.registered().registeredName()) + ")";
        }
        if (issuer.claimedName() == null) {
            return "";
        }
        String said = english ? "name it gives itself: " : "nom qu’il se donne\u00a0: ";
        return " (" + said + clean(issuer.claimedName()) + ")";
    }

    /** What comes from a badge must not drive a terminal. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
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
