package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;

/** Forgets imports that nobody touched for seven days, with the names of their lines. People stay. */
public final class DropImports {
    private static final Duration UNTOUCHED = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;

    DropImports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Forgets them, of every organisation. */
    public void apply() {
        database.look(
                handle -> handle.attach(ImportDao.class).drop(clock.instant().minus(UNTOUCHED)));
    }
}
