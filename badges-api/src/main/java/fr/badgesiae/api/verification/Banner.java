package fr.badgesiae.api.verification;

import fr.badgesiae.verifier.Headline;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a report on a page: words, colour and pictogram.
 *
 * @param since the instant that the headline names (expired, suspended, revoked, not yet valid), or null
 */
public record Banner(Headline headline, @Nullable Instant since) {
    /** The last part of the headline's message key. */
    public String key() {
        boolean dated = headline == Headline.EXPIRED || headline == Headline.SUSPENDED || headline == Headline.REVOKED;
        return slug(headline) + (dated && since == null ? "-undated" : "");
    }

    /** The CSS class of its colour. */
    public String css() {
        return switch (headline) {
            case AUTHENTIC -> "good";
            case EXPIRED, SUSPENDED, NOT_YET_VALID -> "care";
            case REVOKED, NOT_AUTHENTIC -> "bad";
            case CANNOT_TELL -> "";
        };
    }

    public String icon() {
        return switch (headline) {
            case AUTHENTIC -> "success";
            case EXPIRED, NOT_YET_VALID -> "clock";
            case SUSPENDED -> "pause";
            case REVOKED -> "withdrawn";
            case NOT_AUTHENTIC -> "error";
            case CANNOT_TELL -> "question";
        };
    }

    /** An enum value as the last part of a message key. */
    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
