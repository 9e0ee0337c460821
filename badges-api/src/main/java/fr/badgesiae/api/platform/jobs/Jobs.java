package fr.badgesiae.api.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.badgesiae.api.platform.OutOfMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs acts at intervals. Each act may run twice or stop at any point without harm. A failure is logged, and the act runs
 * again after its interval.
 */
public final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    /** Two threads: an act that waits for a remote server must not delay the others. */
    private static final int LOCAL_THREADS = 2;

    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final List<RecurringTask<Void>> shared = new ArrayList<>();
    private final List<Local> onEachNode = new ArrayList<>();
    private final List<ScheduledFuture<?>> local = new ArrayList<>();
    private @Nullable Running running;

    /**
     * @param dataSource connections of the service's role; the table is {@code scheduled_tasks}
     */
    public Jobs(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds a job; only before {@link #start}. */
    public void add(Job job) {
        switch (job.nodes()) {
            case ONE -> every(job.name(), job.interval(), job.act());
            case EACH -> onEachNode(job.name(), job.interval(), job.act());
            case EACH_FROM_START ->
                onEachNode.add(new Local(Duration.ZERO, job.interval(), guarded(job.name(), job.act())));
        }
    }

    /** Runs once per interval over all nodes; before {@link #start}. */
    public void every(String name, Duration interval, Runnable act) {
        shared.add(Tasks.recurring(name, FixedDelay.of(interval))
                .execute((instance, context) -> guarded(name, act).run()));
    }

    /** Runs on each node; concurrent runs on several nodes must not conflict. Before {@link #start}. */
    public void onEachNode(String name, Duration interval, Runnable act) {
        onEachNode.add(new Local(interval, interval, guarded(name, act)));
    }

    public synchronized void start() {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(LOCAL_THREADS, Jobs::thread);
        for (Local job : onEachNode) {
            local.add(executor.scheduleWithFixedDelay(
                    job.act(), job.first().toMillis(), job.interval().toMillis(), TimeUnit.MILLISECONDS));
        }
        Scheduler scheduler = Scheduler.create(dataSource)
                .startTasks(shared)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(STOP_WAIT)
                .build();
        scheduler.start();
        running = new Running(scheduler, executor);
    }

    /** Waits a few seconds for running acts to end. */
    public synchronized void stop() {
        if (running == null) {
            return;
        }
        ScheduledExecutorService executor = running.executor();
        running.scheduler().stop();
        local.forEach(job -> job.cancel(false));
        local.clear();
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
        running = null;
    }

    /** Catches exceptions: one would end a local schedule, and its log line would lack the job's name. */
    public static Runnable guarded(String name, Runnable act) {
        return () -> {
            try {
                act.run();
            } catch (RuntimeException | Error e) {
                OutOfMemory.exitIf(e);
                LOG.error("The job {} failed and will run again", name, e);
            }
        };
    }

    private static Thread thread(Runnable act) {
        Thread thread = new Thread(act, "jobs");
        thread.setDaemon(true);
        return thread;
    }

    private record Local(Duration first, Duration interval, Runnable act) {}

    private record Running(Scheduler scheduler, ScheduledExecutorService executor) {}
}
