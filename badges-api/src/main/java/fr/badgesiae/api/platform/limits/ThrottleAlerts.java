package fr.badgesiae.api.platform.limits;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator which limits close: the counter {@code throttle.<limit>.closed} for each time, and one log line a minute
 * and limit. Who was limited is not told.
 */
public final class ThrottleAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(ThrottleAlerts.class);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final Clock clock;
    private final MetricRegistry counters = new MetricRegistry();
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    public ThrottleAlerts(Clock clock) {
        this.clock = clock;
    }

    /** Makes a limit visible before it closes for the first time. */
    public void watch(String limit) {
        counter(limit);
    }

    /** @param limit the name of the limit that closed, such as {@code pin-network} */
    public void closed(String limit) {
        counter(limit).inc();
        Instant now = clock.instant();
        Instant line = told.compute(
                limit, (name, last) -> last != null && now.isBefore(last.plus(BETWEEN_LINES)) ? last : now);
        if (line.equals(now)) {
            LOG.warn("The limit {} closed", limit);
        }
    }

    /** How often a limit closed since the start of this node. */
    public long closings(String limit) {
        return counter(limit).getCount();
    }

    /** The counters, for the metrics of the service. */
    public MetricRegistry counters() {
        return counters;
    }

    private Counter counter(String limit) {
        return counters.counter("throttle." + limit + ".closed");
    }
}
