package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets runs that nobody touched for 30 days, and finished ones a day after their end. Offers stay. */
public final class DropRuns {
    private static final Duration UNTOUCHED = Duration.ofDays(30);
    private static final Duration DONE = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    DropRuns(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Forgets them, of every organisation. */
    public void apply() {
        Instant now = clock.instant();
        database.look(handle -> handle.attach(AwardRunDao.class).drop(now.minus(UNTOUCHED), now.minus(DONE)));
    }
}
