package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Forgets ceremonies three months after their day. Offers stay. */
public final class DropCeremonies {
    private static final int MONTHS = 3;

    private final Database database;
    private final Clock clock;

    DropCeremonies(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Forgets them, of every organisation. */
    public void apply() {
        LocalDate before = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(MONTHS);
        database.look(handle -> handle.attach(CeremonyDao.class).drop(before));
    }
}
