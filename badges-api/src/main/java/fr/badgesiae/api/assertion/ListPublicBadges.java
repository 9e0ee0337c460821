package fr.badgesiae.api.assertion;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;

/** Reads the names of a holder's public badges. */
final class ListPublicBadges {
    private final Database database;

    ListPublicBadges(Database database) {
        this.database = database;
    }

    /** Newest first. */
    List<String> apply(HolderId holder) {
        return database.inHolder(
                holder, handle -> handle.attach(AssertionDao.class).names(holder.value()));
    }
}
