package fr.badgesiae.api.verification;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Conclusion;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.VerificationReport;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a report on a page: words, colour and pictogram.
 *
 * @param since the day that the headline names (expired, suspended, revoked, not yet valid), or null
 * @param basis the ground of the content: nothing unproven is called authentic or unchanged
 * @param mayPass whether an open result may be another one soon
 * @param known whether this service or a registry knows the issuer: "authentic" alone vouches for who that is
 * @param cause why no badge was read, or null
 */
public record Banner(
        Headline headline,
        @Nullable LocalDate since,
        Basis basis,
        boolean mayPass,
        boolean known,
        @Nullable Cause cause) {

    /** What the content of a badge rests on. */
    public enum Basis {
        UNPROVEN,
        /** Published by its issuer (hosted, 2.0 and 1.x). */
        HOSTED,
        SIGNED
    }

    /**
     * The banner of a report.
     *
     * @param ours whether this service issued the badge and so knows the issuer without a registry
     */
    public static Banner of(VerificationReport report, @Nullable LocalDate since, boolean ours) {
        return new Banner(
                report.headline(),
                since,
                basis(report),
                Conclusion.mayPass(report),
                ours || report.issuer().registered() != null,
                Cause.of(report).orElse(null));
    }

    /** The same of a badge of ours: one that its organisation paused is revoked to everybody else, and may come back. */
    public Banner orPaused(boolean paused) {
        return paused && headline == Headline.REVOKED
                ? new Banner(Headline.SUSPENDED, since, basis, mayPass, known, cause)
                : this;
    }

    private static Basis basis(VerificationReport report) {
        String proof = report.check(CheckName.PROOF).reason().code();
        boolean hosted = proof.startsWith("proof.hosted-")
                || ReasonCode.PROOF_BADGE_CLASS_DIFFERS.code().equals(proof);
        return report.proven() ? (hosted ? Basis.HOSTED : Basis.SIGNED) : Basis.UNPROVEN;
    }

    /** The last part of the headline's message key. */
    public String key() {
        return slug(headline)
                + switch (headline) {
                    case AUTHENTIC -> known ? "" : "-unknown-issuer" + hosted();
                    case EXPIRED, SUSPENDED ->
                        basis == Basis.UNPROVEN ? "-unproven" : (known ? "" : "-unknown-issuer") + undated();
                    case REVOKED -> undated();
                    case NOT_CONFORMING -> basis == Basis.UNPROVEN ? "-unproven" : hosted();
                    case NOT_A_BADGE -> cause == null ? "" : "-" + cause.slug();
                    case CANNOT_TELL -> mayPass ? "" : cause == null ? "-lasting" : "-" + cause.slug();
                    default -> "";
                };
    }

    /** The last part of the message key of the easy version, which names no cause. */
    public String easyKey() {
        return new Banner(headline, since, basis, mayPass, known, null).key();
    }

    private String undated() {
        return since == null ? "-undated" : "";
    }

    private String hosted() {
        return basis == Basis.HOSTED ? "-hosted" : "";
    }

    /** Whether its issuer says that it does not count, for good or for now. */
    public boolean withdrawn() {
        return headline == Headline.REVOKED || headline == Headline.SUSPENDED;
    }

    /** The CSS class of its tone: red is for what is not authentic, alone; what was and has ended is neither red nor amber. */
    public String css() {
        return switch (headline) {
            case AUTHENTIC -> known ? "good" : "care";
            case NOT_YET_VALID, OTHER_RECIPIENT, OTHER_CREDENTIAL, NOT_CONFORMING -> "care";
            case REVOKED, EXPIRED, SUSPENDED -> "over";
            case NOT_AUTHENTIC -> "bad";
            case NOT_A_BADGE, CANNOT_TELL -> "";
        };
    }

    /** The CSS class of its tone in a list. */
    public String rowCss() {
        return switch (css()) {
            case "good" -> "passed";
            case "care" -> "warned";
            case "over" -> "ended";
            case "bad" -> "failed";
            default -> "unknown";
        };
    }

    public String icon() {
        return switch (headline) {
            case AUTHENTIC -> known ? "success" : "info";
            case EXPIRED -> "clock";
            case NOT_YET_VALID -> "calendar";
            case SUSPENDED -> "pause";
            case REVOKED -> "withdrawn";
            case OTHER_RECIPIENT -> "people";
            case OTHER_CREDENTIAL -> "card";
            case NOT_CONFORMING -> "warning";
            case NOT_A_BADGE -> "text";
            case NOT_AUTHENTIC -> "error";
            case CANNOT_TELL -> "question";
        };
    }

    /** An enum value as the last part of a message key. */
    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
