package fr.badgesiae.verifier.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Date-times of Open Badges 2.0: ISO 8601 with a time zone, seconds optional (ob-2.0 DateTime). */
public final class Iso8601Dates {
    private static final Pattern DATE_TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):\\d\\d(:\\d\\d([.,]\\d{1,9})?)?(Z|[+-]\\d\\d(:?\\d\\d)?)");
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(java.util.Locale.ROOT);

    private Iso8601Dates() {}

    /** The instant; empty when the text is malformed. */
    public static Optional<Instant> parse(@Nullable String text) {
        if (text == null || !DATE_TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate.parse(text.substring(0, "yyyy-mm-dd".length())); // rejects 30 February
            return Optional.of(
                    OffsetDateTime.parse(text.replace(',', '.'), FORMAT).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
