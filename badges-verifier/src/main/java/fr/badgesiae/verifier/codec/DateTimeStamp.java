package fr.badgesiae.verifier.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * xsd:dateTimeStamp, the date-time of credentials, proofs and controller documents: with seconds and an offset (VC Data
 * Model 2.0, 5.8, source of the regular expression).
 */
public final class DateTimeStamp {
    /** Years are bounded by Java's range. The end of a day may be written as hour 24. */
    private static final Pattern FORM = Pattern.compile(
            "(-?(?:[1-9]\\d{3,8}|0\\d{3}))(-\\d\\d-\\d\\dT)(?:((?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d)(?:(\\.\\d{1,9})\\d*)?|24:00:00(?:\\.0+)?)"
                    + "(Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)");

    /** The usual form: fractional seconds optional, in UTC. */
    private static final String ORDINARY = "0000-00-00T00:00:00.000000000";

    private static final int SECONDS = 19;

    private DateTimeStamp() {}

    /**
     * The instant; empty when the text is malformed. Leap seconds are not represented; digits after the ninth are dropped.
     *
     * @param text may be null
     */
    public static Optional<Instant> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<Instant> ordinary = ordinary(text);
        return ordinary.isPresent() ? ordinary : general(text);
    }

    /** Parses the usual form without a pattern; empty when the text has another form or no date. */
    private static Optional<Instant> ordinary(String text) {
        int end = text.length() - 1;
        boolean form = (end == SECONDS || (end > SECONDS + 1 && end <= ORDINARY.length())) && text.charAt(end) == 'Z';
        for (int i = 0; form && i < end; i++) {
            char c = text.charAt(i);
            form = ORDINARY.charAt(i) == '0' ? c >= '0' && c <= '9' : c == ORDINARY.charAt(i);
        }
        if (!form) {
            return Optional.empty();
        }
        String whole = text.substring(0, end) + ORDINARY.substring(end);
        try {
            return Optional.of(LocalDateTime.of(
                            number(whole, 0, 4),
                            number(whole, 5, 7),
                            number(whole, 8, 10),
                            number(whole, 11, 13),
                            number(whole, 14, 16),
                            number(whole, 17, SECONDS),
                            number(whole, SECONDS + 1, ORDINARY.length()))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // hour 24, or an invalid date
        }
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
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
