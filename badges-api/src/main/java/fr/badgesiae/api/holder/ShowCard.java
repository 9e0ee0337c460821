package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Reads the code of a holder's recovery card while it can still be shown. */
final class ShowCard {
    private final Database database;
    private final RecoveryCards cards;

    ShowCard(Database database, RecoveryCards cards) {
        this.database = database;
        this.cards = cards;
    }

    /** Empty once the holder has confirmed that they keep the card. */
    Optional<Code> apply(HolderId holder) {
        return database.inHolder(holder, handle -> cards.shown(handle, holder));
    }
}
