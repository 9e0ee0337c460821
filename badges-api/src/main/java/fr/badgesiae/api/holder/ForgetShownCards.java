package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;

/** Deletes the readable code of cards that no holder confirmed in time. */
final class ForgetShownCards {
    /** How long an unconfirmed card can be shown again. */
    static final Duration SHOWN = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;

    ForgetShownCards(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void apply() {
        database.inPublic(handle ->
                handle.attach(HolderDao.class).forgetShownCards(clock.instant().minus(SHOWN)));
    }
}
