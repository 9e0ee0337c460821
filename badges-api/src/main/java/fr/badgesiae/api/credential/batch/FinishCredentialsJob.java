package fr.badgesiae.api.credential.batch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Finishes every credential with a lapsed lease; runs on every node. Where more than a chunk waits, two are finished at a time:
 * the signatures of one use the cores while the database stores the other.
 */
public final class FinishCredentialsJob implements Runnable {
    private final FinishCredentials finish;

    public FinishCredentialsJob(FinishCredentials finish) {
        this.finish = finish;
    }

    @Override
    public void run() {
        if (finish.apply() < FinishCredentials.MOST) {
            return;
        }
        FutureTask<Boolean> other = new FutureTask<>(this::finishAll, true);
        Thread thread = new Thread(other, "finish-credentials");
        thread.setDaemon(true);
        thread.start();
        finishAll();
        join(other);
    }

    /** The leases of a chunk are its own, so several threads share the work as several nodes do. */
    private void finishAll() {
        int taken;
        do {
            taken = finish.apply();
        } while (taken == FinishCredentials.MOST);
    }

    private static void join(FutureTask<Boolean> other) {
        try {
            other.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the node stops", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("credentials could not be finished", e.getCause());
        }
    }
}
