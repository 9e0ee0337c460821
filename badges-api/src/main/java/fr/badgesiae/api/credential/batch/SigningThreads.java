package fr.badgesiae.api.credential.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Runs a pure computation on every core: one thread a core, which ends when it has nothing to do. */
final class SigningThreads {
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    SigningThreads(int cores) {
        this.threads = new ThreadPoolExecutor(
                cores, cores, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SigningThreads::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    /** The results, in the order of the items. */
    <T, R> List<R> each(List<T> items, Function<T, R> act) {
        List<Callable<R>> calls = new ArrayList<>();
        items.forEach(item -> calls.add(() -> act.apply(item)));
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the node stops", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread thread(Runnable act) {
        Thread thread = new Thread(act, "signing");
        thread.setDaemon(true);
        return thread;
    }
}
