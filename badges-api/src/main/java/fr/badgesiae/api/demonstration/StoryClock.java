package fr.badgesiae.api.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the invented past: it stands still until it is set. */
final class StoryClock extends Clock {
    private volatile Instant now;

    StoryClock(Instant start) {
        this.now = start;
    }

    void set(Instant to) {
        now = to;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** In UTC whatever the zone: acts read the instant only. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
