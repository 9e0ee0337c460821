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

    /** The code, and whom its holder turns to. */
    record Shown(Code code, Optional<CardContact> contact) {}

    /** Empty once the card was used, or seven days after it was made. */
    Optional<Shown> apply(HolderId holder) {
        return database.inHolder(holder, handle -> cards.find(handle, holder))
                .flatMap(card -> card.shown().map(code -> new Shown(code, card.contact())));
    }
}
