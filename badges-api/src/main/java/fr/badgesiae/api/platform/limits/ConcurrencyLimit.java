package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.client.ClientNetwork;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits how many tasks run at a time on this node. Further tasks wait in a queue, in order of arrival. One network has a
 * quarter of the queue at most: others get in beside a flood from it.
 */
public final class ConcurrencyLimit {
    private static final int LONGEST_QUEUE = 30;
    private static final int LONGEST_OF_A_NETWORK = 8;

    private final Semaphore free;
    private final Duration longestWait;
    private final String detail;
    private final Runnable refused;
    private final Map<String, Integer> ofNetwork = new ConcurrentHashMap<>();

    /**
     * @param most tasks at a time
     * @param longestWait the longest wait in the queue
     * @param detail of the problem that a refused caller receives
     */
    public ConcurrencyLimit(int most, Duration longestWait, String detail) {
        this(most, longestWait, detail, () -> {});
    }

    /** @param refused is told of each refused task */
    public ConcurrencyLimit(int most, Duration longestWait, String detail, Runnable refused) {
        this.free = new Semaphore(most, true);
        this.longestWait = longestWait;
        this.detail = detail;
        this.refused = refused;
    }

    /**
     * Runs the task.
     *
     * @throws ProblemException OVERLOADED when the queue is full or the wait too long
     */
    public <T> T run(Supplier<T> task) {
        acquire();
        try {
            return task.get();
        } finally {
            free.release();
        }
    }

    /**
     * Runs a task for a client of this network.
     *
     * @throws ProblemException OVERLOADED when the queue or the share of the network is full, or the wait too long
     */
    public <T> T run(ClientNetwork network, Supplier<T> task) {
        if (!network.known()) {
            return run(task);
        }
        String key = network.near();
        if (ofNetwork.merge(key, 1, Integer::sum) > LONGEST_OF_A_NETWORK) {
            leave(key);
            throw refusal();
        }
        try {
            return run(task);
        } finally {
            leave(key);
        }
    }

    private void leave(String network) {
        ofNetwork.computeIfPresent(network, (key, tasks) -> tasks > 1 ? tasks - 1 : null);
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
        throw refusal();
    }

    private ProblemException refusal() {
        refused.run();
        return new ProblemException(ProblemType.OVERLOADED, detail);
    }
}
