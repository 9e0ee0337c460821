package fr.badgesiae.verifier.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day without time and zone, where a date-time is required. It is malformed, and still certain for an instant outside of
 * that day in every zone.
 */
public record CalendarDate(LocalDate day) {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    /** The day; empty for any other text and for null. */
    public static Optional<CalendarDate> parse(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CalendarDate(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the day is over in every zone. */
    public boolean isOver(Instant at) {
        return !at.isBefore(day.plusDays(1).atStartOfDay(LAST_ZONE).toInstant());
    }

    /** The start of the day in UTC, for reports. */
    public Instant start() {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
