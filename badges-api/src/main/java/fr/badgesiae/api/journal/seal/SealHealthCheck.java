package fr.badgesiae.api.journal.seal;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Unhealthy while lines of more than ten minutes ago are not sealed. */
final class SealHealthCheck extends HealthCheck {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Database database;
    private final Clock clock;

    SealHealthCheck(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected Result check() {
        Optional<SealDao.TipRow> tip =
                database.inPublic(handle -> handle.attach(SealDao.class).tip());
        if (tip.isEmpty()) {
            return Result.unhealthy("sealing of the journal has not begun");
        }
        Instant until = tip.get().sealedUntil();
        return until.isBefore(clock.instant().minus(LONG))
                ? Result.unhealthy(
                        "the journal is sealed until %s only. Look for the job seal-audit-lines in the log, and for a"
                                + " transaction that runs for long in pg_stat_activity",
                        until)
                : Result.healthy("the journal is sealed until %s", until);
    }
}
