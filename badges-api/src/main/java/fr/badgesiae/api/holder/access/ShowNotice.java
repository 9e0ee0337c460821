package fr.badgesiae.api.holder.access;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;

/** Reads what a holder is told in their space. */
public final class ShowNotice {
    private final Database database;
    private final SpaceNotices notices;

    public ShowNotice(Database database, SpaceNotices notices) {
        this.database = database;
        this.notices = notices;
    }

    public SpaceNotice apply(HolderId holder) {
        return database.inHolder(holder, notices::read);
    }
}
