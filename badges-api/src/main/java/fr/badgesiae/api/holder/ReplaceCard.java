package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;

/** Replaces the recovery card of the space. The PIN is required: the device may be somebody else's. */
final class ReplaceCard {
    private final Database database;
    private final PinCheck check;
    private final RecoveryCards cards;

    ReplaceCard(Database database, PinCheck check, RecoveryCards cards) {
        this.database = database;
        this.check = check;
        this.cards = cards;
    }

    enum Outcome {
        REPLACED,
        WRONG,
        LATER
    }

    Outcome apply(HolderId holder, String pin) {
        return switch (check.compare(holder, pin)) {
            case MATCHES -> replace(holder);
            case WRONG -> Outcome.WRONG;
            case LATER -> Outcome.LATER;
        };
    }

    private Outcome replace(HolderId holder) {
        return database.inHolder(holder, handle -> {
            check.succeeded(handle, holder);
            cards.replace(handle, holder);
            return Outcome.REPLACED;
        });
    }
}
