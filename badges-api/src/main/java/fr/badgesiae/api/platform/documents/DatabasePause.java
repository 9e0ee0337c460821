package fr.badgesiae.api.platform.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether to ask a database that did not answer lately. For a few seconds nobody asks again, then one does: readers that have a
 * copy do not wait for a connection.
 */
public final class DatabasePause {
    /** A change is visible within five seconds once the database answers again. */
    static final Duration LENGTH = Duration.ofSeconds(5);

    private static final Instant ANSWERS = Instant.MIN;

    private final Clock clock;
    private final AtomicReference<Instant> until = new AtomicReference<>(ANSWERS);

    public DatabasePause(Clock clock) {
        this.clock = clock;
    }

    /** Whether the caller may ask now; during a failure, one caller each few seconds. */
    public boolean mayAsk() {
        Instant end = Objects.requireNonNull(until.get());
        if (end.equals(ANSWERS)) {
            return true;
        }
        Instant now = clock.instant();
        return !now.isBefore(end) && until.compareAndSet(end, now.plus(LENGTH));
    }

    public void answered() {
        until.set(ANSWERS);
    }

    public void failed() {
        until.set(clock.instant().plus(LENGTH));
    }
}
