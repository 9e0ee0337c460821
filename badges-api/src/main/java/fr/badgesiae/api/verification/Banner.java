package fr.badgesiae.api.verification;

import fr.badgesiae.verifier.Conclusion;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a report on a page: words, colour and pictogram.
 *
 * @param since the instant that the headline names (expired, suspended, revoked, not yet valid), or null
 * @param proven whether the content is covered by a proof of the issuer: nothing else is called authentic
 * @param mayPass whether an open result may be another one soon
 */
public record Banner(Headline headline, @Nullable Instant since, boolean proven, boolean mayPass) {
    /** The banner of a report. */
    public static Banner of(VerificationReport report, @Nullable Instant since) {
        return new Banner(report.headline(), since, report.proven(), Conclusion.mayPass(report));
    }

    /** The last part of the headline's message key. */
    public String key() {
        return slug(headline)
                + switch (headline) {
                    case EXPIRED, SUSPENDED -> !proven ? "-unproven" : since == null ? "-undated" : "";
                    case REVOKED -> since == null ? "-undated" : "";
                    case CANNOT_TELL -> mayPass ? "" : "-lasting";
                    default -> "";
                };
    }

    /** The CSS class of its colour. */
    public String css() {
        return switch (headline) {
            case AUTHENTIC -> "good";
            case EXPIRED, SUSPENDED, NOT_YET_VALID, OTHER_RECIPIENT, OTHER_CREDENTIAL, NOT_CONFORMING -> "care";
            case REVOKED, NOT_AUTHENTIC -> "bad";
            case NOT_A_BADGE, CANNOT_TELL -> "";
        };
    }

    public String icon() {
        return switch (headline) {
            case AUTHENTIC -> "success";
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
