package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Database;

/**
 * Replaces the recovery card of the space. The PIN is required: the device may be somebody else's. Sessions on other devices
 * end: whoever has the old card may have opened one.
 */
final class ReplaceCard {
    private final Database database;
    private final PinCheck check;
    private final RecoveryCards cards;
    private final Sessions sessions;

    ReplaceCard(Database database, PinCheck check, RecoveryCards cards, Sessions sessions) {
        this.database = database;
        this.check = check;
        this.cards = cards;
        this.sessions = sessions;
    }

    enum Outcome {
        REPLACED,
        WRONG,
        LATER
    }

    Outcome apply(HolderPrincipal by, String pin) {
        PinCheck.Compared compared = check.compare(by.holder(), pin);
        return switch (compared.result()) {
            case MATCHES -> replace(by, compared);
            case WRONG -> Outcome.WRONG;
            case LATER -> Outcome.LATER;
        };
    }

    private Outcome replace(HolderPrincipal by, PinCheck.Compared compared) {
        HolderId holder = by.holder();
        return database.inHolder(holder, handle -> {
            if (!compared.isInForce(handle, holder)) {
                return Outcome.WRONG;
            }
            cards.replace(handle, holder);
            sessions.closeOthers(handle, by);
            return Outcome.REPLACED;
        });
    }
}
