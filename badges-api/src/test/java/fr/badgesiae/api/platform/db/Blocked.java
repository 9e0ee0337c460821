package fr.badgesiae.api.platform.db;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * An act on another thread, started and left once it waits for a lock of this database or has ended. So a race has one order,
 * whatever the speed of the machine.
 */
public final class Blocked<T> {
    private static final int TRIES = 1500;
    private static final int MILLIS = 20;

    private final FutureTask<T> task;

    private Blocked(FutureTask<T> task) {
        this.task = task;
    }

    /** @param owner sees who waits for a lock */
    public static <T> Blocked<T> start(Jdbi owner, Callable<T> act) {
        long others = waiting(owner);
        FutureTask<T> task = new FutureTask<>(act);
        Thread thread = new Thread(task, "blocked");
        thread.setDaemon(true);
        thread.start();
        for (int i = 0; i < TRIES; i++) {
            if (ended(task) || waiting(owner) > others) {
                return new Blocked<>(task);
            }
        }
        throw new AssertionError("neither ended nor waiting for a lock");
    }

    private static boolean ended(FutureTask<?> task) {
        try {
            task.get(MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** On a connection of its own: within a transaction, the list of sessions is read once. */
    private static long waiting(Jdbi owner) {
        try (Handle handle = owner.open()) {
            return handle.select("""
                            SELECT count(DISTINCT l.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                            WHERE a.datname = current_database() AND NOT l.granted
                            """).mapTo(Long.class).one();
        }
    }

    /** Whether it waits still. */
    public boolean isWaiting() {
        return !task.isDone();
    }

    /** Its result, once nothing holds it any more. */
    public T result() {
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (TimeoutException e) {
            throw new AssertionError("still waiting", e);
        }
    }
}
