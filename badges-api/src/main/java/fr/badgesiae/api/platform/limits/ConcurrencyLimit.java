package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Limits how many tasks run at a time on this node. Further ones wait in a queue, first come first served. */
public final class ConcurrencyLimit {
    private static final int LONGEST_LINE = 30;

    private final Semaphore free;
    private final Duration patience;
    private final String detail;

    /**
     * @param most at a time
     * @param patience the longest wait in the queue
     * @param detail of the problem that a refused caller is answered with
     */
    public ConcurrencyLimit(int most, Duration patience, String detail) {
        this.free = new Semaphore(most, true);
        this.patience = patience;
        this.detail = detail;
    }

    /**
     * Runs the task.
     *
     * @throws ProblemException UNAVAILABLE when no place was free in time
     */
    public <T> T run(Supplier<T> task) {
        take();
        try {
            return task.get();
        } finally {
            free.release();
        }
    }

    private void take() {
        try {
            if (free.getQueueLength() < LONGEST_LINE && free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(ProblemType.UNAVAILABLE, detail);
    }
}
