package fr.badgesiae.api.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Dates in French legal time, whatever the time zone of the server. */
public final class FrenchTime {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private FrenchTime() {}

    public static LocalDate today(Clock clock) {
        return day(clock.instant());
    }

    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
