package fr.badgesiae.verifier.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Rate limit for each host, over all callers: submitted documents choose the URLs, and this client must not be usable to
 * flood a host. A token bucket. Thread-safe.
 */
final class HostBudgets {
    private static final int MOST_HOSTS = 10_000;

    private final long interval;
    private final long window;
    private final LongSupplier nanos;
    private final ConcurrentMap<String, Long> full;

    /**
     * @param fetches the number of fetches in a window, at once or spread
     * @param nanos a monotonic clock
     */
    HostBudgets(int fetches, Duration window, LongSupplier nanos) {
        this.window = window.toNanos();
        this.interval = this.window / fetches;
        this.nanos = nanos;
        this.full = Caffeine.newBuilder()
                .maximumSize(MOST_HOSTS)
                .executor(Runnable::run)
                .<String, Long>build()
                .asMap();
    }

    /** Takes one fetch from the host's budget; false when none is left. */
    boolean spend(String host) {
        long now = nanos.getAsLong();
        AtomicBoolean granted = new AtomicBoolean();
        // The value is the instant at which the bucket is full again.
        full.compute(host.toLowerCase(Locale.ROOT), (name, known) -> {
            long until = (known == null || known - now < 0 ? now : known) + interval;
            granted.set(until - now <= window);
            return granted.get() ? Long.valueOf(until) : known;
        });
        return granted.get();
    }
}
