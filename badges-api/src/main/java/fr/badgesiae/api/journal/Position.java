package fr.badgesiae.api.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the journal begins: after the line with this time and id. In addresses {@code microseconds-id}.
 *
 * @param id orders lines of the same microsecond
 */
record Position(Instant at, long id) {
    /** Before every line. */
    static final Position TOP = new Position(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("(\\d{1,17})-(\\d{1,18})");

    /** @return the top for anything else than a position */
    static Position of(@Nullable String typed) {
        Matcher found = FORM.matcher(typed == null ? "" : typed);
        return found.matches()
                ? new Position(
                        Instant.EPOCH.plus(Long.parseLong(found.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(found.group(2)))
                : TOP;
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
