package fr.badgesiae.api.event;

import fr.badgesiae.api.platform.Platform;
import java.time.Duration;
import java.time.Instant;

/** Forgets names that nobody handled within 30 days after the window, and events a year after it. */
final class ForgetEntries {
    private static final Duration NAMES = Duration.ofDays(30);
    private static final Duration EVENTS = Duration.ofDays(365);

    private final Platform platform;

    ForgetEntries(Platform platform) {
        this.platform = platform;
    }

    /** Forgets them, of every organisation. */
    void apply() {
        Instant now = platform.clock().instant();
        platform.database().look(handle -> handle.attach(EventDao.class).forget(now.minus(NAMES), now.minus(EVENTS)));
    }
}
