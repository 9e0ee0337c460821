package fr.badgesiae.api.holder;

import fr.badgesiae.api.holder.phone.CountPhones;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Reads the code of a holder's recovery card while it can still be shown, and how many phones another card would end. */
final class ShowCard {
    private final Database database;
    private final RecoveryCards cards;
    private final CountPhones phones;

    ShowCard(Database database, RecoveryCards cards, CountPhones phones) {
        this.database = database;
        this.cards = cards;
        this.phones = phones;
    }

    /**
     * A holder's card.
     *
     * @param shown empty once the card was used, or seven days after it was made
     * @param phones that open the space
     */
    record Found(Optional<Shown> shown, int phones) {}

    /** The code, and whom its holder turns to. */
    record Shown(Code code, Optional<CardContact> contact) {}

    Found apply(HolderId holder) {
        return database.inHolder(
                holder,
                handle -> new Found(
                        cards.find(handle, holder)
                                .flatMap(card -> card.shown().map(code -> new Shown(code, card.contact()))),
                        phones.apply(handle, holder)));
    }
}
