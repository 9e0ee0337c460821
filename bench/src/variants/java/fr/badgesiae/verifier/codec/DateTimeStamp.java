package fr.badgesiae.verifier.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * xsd:dateTimeStamp, the date-time of credentials, proofs and controller documents: with seconds and an offset (VC Data
 * Model 2.0, 5.8, source of the regular expression).
 */
public final class DateTimeStamp {
    /** Years are bounded by Java's range. The end of a day may be written as hour 24. */
    private static final Pattern FORM = Pattern.compile(
            "(-?(?:[1-9]\\d{3,8}|0\\d{3}))(-\\d\\d-\\d\\dT)(?:((?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d)(?:(\\.\\d{1,9})\\d*)?|24:00:00(?:\\.0+)?)"
                    + "(Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)");

    private DateTimeStamp() {}

    /**
     * The instant; empty when the text is malformed. Leap seconds are not represented; digits after the ninth are dropped.
     *
     *
     * @param text may be null
     */
    public static Optional<Instant> parse(String text) {
        return text == null ? Optional.empty() : general(text);
    }

    /** Parses every form. */
    static Optional<Instant> general(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String year = parts.group(1);
        boolean endOfDay = parts.group(3) == null;
        String time = endOfDay ? "00:00:00" : parts.group(3);
        String fraction = parts.group(4) == null ? "" : parts.group(4);
        try {
            OffsetDateTime date = OffsetDateTime.parse((year.length() > 4 && year.charAt(0) != '-' ? "+" : "")
                    + year
                    + parts.group(2)
                    + time
                    + fraction
                    + parts.group(5));
            return Optional.of((endOfDay ? date.plusDays(1) : date).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
