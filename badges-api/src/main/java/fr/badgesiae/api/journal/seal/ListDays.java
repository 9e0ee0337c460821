package fr.badgesiae.api.journal.seal;

import fr.badgesiae.api.platform.db.Database;
import java.util.List;

/** The signed days, one a line, for the operator to keep elsewhere. */
public final class ListDays {
    private final Database database;

    ListDays(Database database) {
        this.database = database;
    }

    /** Day and compact JWS, with a space between. */
    public List<String> apply() {
        return database.inPublic(handle -> handle.attach(SealDao.class).days()).stream()
                .map(day -> day.dayOn() + " " + day.document())
                .toList();
    }
}
