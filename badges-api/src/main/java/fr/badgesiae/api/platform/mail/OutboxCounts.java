package fr.badgesiae.api.platform.mail;

import com.codahale.metrics.MetricRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator how sending goes: the counters {@code outbox.<kind>.sent}, {@code .retried} and {@code .dead}, and a log
 * line for a message that is given up. To whom it was is not told.
 */
public final class OutboxCounts {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxCounts.class);

    private final MetricRegistry counters;

    public OutboxCounts(MetricRegistry counters) {
        this.counters = counters;
        for (MessageKind kind : MessageKind.values()) {
            for (String what : new String[] {"sent", "retried", "dead"}) {
                counters.counter(name(kind, what));
            }
        }
    }

    void sent(MessageKind kind) {
        count(kind, "sent");
    }

    void retried(MessageKind kind) {
        count(kind, "retried");
    }

    /** @param failure of the last attempt */
    void dead(MessageKind kind, Delivery failure, int attempts) {
        count(kind, "dead");
        LOG.warn(
                "A message ({}) was given up after {} attempts: {}",
                kind.label(),
                attempts,
                failure.name().toLowerCase(Locale.ROOT));
    }

    private void count(MessageKind kind, String what) {
        counters.counter(name(kind, what)).inc();
    }

    private static String name(MessageKind kind, String what) {
        return "outbox." + kind.label() + "." + what;
    }
}
