package fr.badgesiae.api.commands.run;

import fr.badgesiae.api.platform.StartRefused;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a service whose database was away at its start, once the database answers and is the right one. */
public final class WaitForDatabase implements Managed {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(WaitForDatabase.class);

    private final Runnable open;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(WaitForDatabase::thread);
    private String said = "";

    /** @param open throws until the service can open; called again after each failure */
    public WaitForDatabase(Runnable open) {
        this.open = open;
    }

    @Override
    public void start() {
        long millis = LOOK_EVERY.toMillis();
        ScheduledFuture<?> unused = clock.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        clock.shutdownNow();
    }

    /** Each reason is logged once: the operator may have to act, for example to migrate. */
    private void look() {
        try {
            open.run();
            LOG.info("The database answers. The service is ready");
            clock.shutdown();
        } catch (RuntimeException e) {
            String reason = e instanceof StartRefused
                    ? String.valueOf(e.getMessage()).replace('\n', ' ')
                    : e.getClass().getName();
            if (!reason.equals(said)) {
                LOG.error("The service is not ready: {}", reason);
                said = reason;
            }
        }
    }

    private static Thread thread(Runnable act) {
        Thread thread = new Thread(act, "wait-for-database");
        thread.setDaemon(true);
        return thread;
    }
}
