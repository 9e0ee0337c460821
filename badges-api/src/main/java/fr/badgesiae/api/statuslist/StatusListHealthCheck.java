package fr.badgesiae.api.statuslist;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Unhealthy when a list is unsigned or expires within a day. */
final class StatusListHealthCheck extends HealthCheck {
    private static final Duration MARGIN = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    StatusListHealthCheck(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected Result check() {
        Instant before = clock.instant().plus(MARGIN);
        boolean fresh = database.inPublic(
                handle -> handle.attach(StatusListDao.class).lapsing(before, 1).isEmpty());
        return fresh ? Result.healthy() : Result.unhealthy("a status list lapses within a day");
    }
}
