package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;

/** Deletes the readable code of cards that no holder used in time, and ends what a reopening left waiting. */
final class ForgetShownCards {
    /** How long an unused card can be shown again. */
    static final Duration SHOWN = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;

    ForgetShownCards(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void apply() {
        database.inPublic(handle -> {
            HolderDao dao = handle.attach(HolderDao.class);
            dao.endWaits(clock.instant());
            return dao.forgetShownCards(clock.instant().minus(SHOWN));
        });
    }
}
