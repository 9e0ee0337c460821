package fr.badgesiae.api.privacy;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Unhealthy while a run that would close a large part of all spaces waits for the operator. */
final class ClosingHealthCheck extends HealthCheck {
    private final Database database;

    ClosingHealthCheck(Database database) {
        this.database = database;
    }

    @Override
    protected Result check() {
        Optional<ClosingDao.RunRow> stopped = database.inPublic(
                        handle -> handle.attach(ClosingDao.class).run())
                .filter(run -> run.confirmedAt() == null);
        return stopped.map(run -> Result.unhealthy(
                        "%d of %d spaces are due to be closed and none was: look at the clock, then run erasures confirm --run %s",
                        run.spaces(), run.living(), run.id()))
                .orElseGet(Result::healthy);
    }
}
