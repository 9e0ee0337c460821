package fr.badgesiae.api.platform.db;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a server again that ended without being asked to, such as one killed for its memory. After each failure it waits twice
 * as long, up to a minute. Meanwhile the health check of the database is red.
 */
final class Supervisor implements AutoCloseable {
    static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final BooleanSupplier runs;
    private final Start start;
    private final Runnable started;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Supervisor::thread);
    private Duration wait = LOOK_EVERY;

    /** A start that may fail. */
    @FunctionalInterface
    interface Start {
        void run() throws IOException;
    }

    /**
     * @param runs whether the server runs
     * @param start starts it again
     * @param started called after each such start
     */
    Supervisor(BooleanSupplier runs, Start start, Runnable started) {
        this.runs = runs;
        this.start = start;
        this.started = started;
    }

    /** Looks from now on. */
    void watch() {
        lookAfter(LOOK_EVERY);
    }

    private void lookAfter(Duration delay) {
        if (!clock.isShutdown()) {
            ScheduledFuture<?> unused =
                    clock.schedule(() -> lookAfter(look()), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Looks once, and starts the server if it ended.
     *
     * @return the time until the next look
     */
    synchronized Duration look() {
        if (clock.isShutdown() || runs.getAsBoolean()) {
            wait = LOOK_EVERY;
            return LOOK_EVERY;
        }
        try {
            LOG.error("The embedded PostgreSQL ended by itself; it is started again");
            start.run();
            LOG.warn("The embedded PostgreSQL runs again");
            started.run();
            wait = LOOK_EVERY;
        } catch (IOException | RuntimeException e) {
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            LOG.error(
                    "The embedded PostgreSQL does not start and is tried again in {} s: {}",
                    wait.toSeconds(),
                    reason(e));
        }
        return wait;
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).replace('\n', ' ');
    }

    /** Waits for a start that is under way: afterwards the server may be stopped for good. */
    @Override
    public void close() {
        clock.shutdownNow();
        synchronized (this) {
            LOG.debug("The embedded PostgreSQL is no longer watched");
        }
    }

    private static Thread thread(Runnable act) {
        Thread thread = new Thread(act, "postgresql-supervisor");
        thread.setDaemon(true);
        return thread;
    }
}
