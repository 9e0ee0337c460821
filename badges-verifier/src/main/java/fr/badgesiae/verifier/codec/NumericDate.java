package fr.badgesiae.verifier.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** NumericDate of JWT claims: seconds since 1970-01-01T00:00:00Z, which may have a fraction (RFC 7519 section 2). */
public final class NumericDate {
    /** Writers round the milliseconds of a date-time up, down or to the nearest second. */
    private static final double TOLERANCE_SECONDS = 1;

    private static final double NANOS = 1e9;

    private NumericDate() {}

    /** The instant, without its fraction; empty when the value is no number or outside Java's range. */
    public static Optional<Instant> parse(JsonNode seconds) {
        try {
            return seconds.isNumber()
                    ? Optional.of(Instant.ofEpochSecond((long) Math.floor(seconds.doubleValue())))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether both name the same instant, with one second of tolerance. */
    public static boolean agree(JsonNode seconds, Instant date) {
        double stated = date.getEpochSecond() + date.getNano() / NANOS;
        return seconds.isNumber() && Math.abs(seconds.doubleValue() - stated) <= TOLERANCE_SECONDS;
    }
}
