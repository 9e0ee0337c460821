package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;

/** Records that the holder keeps their recovery card: its code is never shown again. */
final class KeepCard {
    private final Database database;
    private final RecoveryCards cards;

    KeepCard(Database database, RecoveryCards cards) {
        this.database = database;
        this.cards = cards;
    }

    void apply(HolderId holder) {
        database.inHolder(holder, handle -> {
            cards.kept(handle, holder);
            return holder;
        });
    }
}
