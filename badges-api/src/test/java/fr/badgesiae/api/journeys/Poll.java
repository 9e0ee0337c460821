package fr.badgesiae.api.journeys;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Waits for a condition in another process, up to a bound. */
final class Poll {
    private static final int EVERY_MILLIS = 20;

    private Poll() {}

    static void until(String what, Duration bound, Callable<Boolean> condition) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        CompletableFuture<Void> met = new CompletableFuture<>();
        ScheduledFuture<?> looks =
                clock.scheduleWithFixedDelay(() -> look(condition, met), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        try {
            met.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError("not within " + bound + ": " + what, e);
        } finally {
            looks.cancel(true);
            clock.shutdownNow();
        }
    }

    private static void look(Callable<Boolean> condition, CompletableFuture<Void> met) {
        try {
            if (condition.call()) {
                met.complete(null);
            }
        } catch (Exception e) {
            met.completeExceptionally(e);
        }
    }
}
