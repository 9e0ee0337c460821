package fr.badgesiae.api.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Legal days begin and end in France, wherever the service runs. */
public final class FrenchTime {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private FrenchTime() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
