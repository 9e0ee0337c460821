package fr.badgesiae.api.platform.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/**
 * A throttle over all slips and cards together. After too many wrong PINs, no PIN is checked for a while: with many stolen
 * codes, a few tries on each would otherwise go unnoticed.
 */
public final class PinThrottle {
    /** Wrong PINs within {@link #WINDOW} that close the throttle for everybody. */
    public static final int MOST = 100;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;

    public PinThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether the throttle is closed now: no PIN may be checked. */
    public boolean holds(Handle handle) {
        Instant since = clock.instant().minus(WINDOW);
        return handle.createQuery("SELECT coalesce(sum(failures), 0) FROM pin_failure WHERE minute > :since")
                        .bind("since", since)
                        .mapTo(Long.class)
                        .one()
                >= MOST;
    }

    /** Counts a wrong PIN and deletes expired counts. */
    public void failed(Handle handle) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        handle.createUpdate("DELETE FROM pin_failure WHERE minute < :old")
                .bind("old", minute.minus(WINDOW).minus(WINDOW))
                .execute();
        handle.createUpdate("""
                INSERT INTO pin_failure (minute, failures) VALUES (:minute, 1)
                ON CONFLICT (minute) DO UPDATE SET failures = pin_failure.failures + 1
                """).bind("minute", minute).execute();
    }
}
