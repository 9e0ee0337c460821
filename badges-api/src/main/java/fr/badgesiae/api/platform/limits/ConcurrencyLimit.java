package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Limits how many tasks run at a time on this node. Further tasks wait in a queue, in order of arrival. */
public final class ConcurrencyLimit {
    private static final int LONGEST_QUEUE = 30;

    private final Semaphore free;
    private final Duration longestWait;
    private final String detail;

    /**
     * @param most tasks at a time
     * @param longestWait the longest wait in the queue
     * @param detail of the problem that a refused caller receives
     */
    public ConcurrencyLimit(int most, Duration longestWait, String detail) {
        this.free = new Semaphore(most, true);
        this.longestWait = longestWait;
        this.detail = detail;
    }

    /**
     * Runs the task.
     *
     * @throws ProblemException UNAVAILABLE when the queue is full or the wait too long
     */
    public <T> T run(Supplier<T> task) {
        acquire();
        try {
            return task.get();
        } finally {
            free.release();
        }
    }

    private void acquire() {
        try {
            if (free.getQueueLength() < LONGEST_QUEUE
                    && free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(ProblemType.UNAVAILABLE, detail);
    }
}
