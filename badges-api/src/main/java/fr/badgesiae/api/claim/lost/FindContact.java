package fr.badgesiae.api.claim.lost;

import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.reopening.ReopeningSlips;
import java.util.Optional;

/** Finds the organisation behind the number of a slip or a card, in whatever state it is. */
public final class FindContact {
    private final Database database;
    private final Slips offers;
    private final ReopeningSlips reopenings;
    private final RecoveryCards cards;

    public FindContact(Database database, Slips offers, ReopeningSlips reopenings, RecoveryCards cards) {
        this.database = database;
        this.offers = offers;
        this.reopenings = reopenings;
        this.cards = cards;
    }

    public Optional<Contact> apply(Code code) {
        return database.look(handle ->
                handle.attach(ContactDao.class).find(offers.lookup(code), reopenings.lookup(code), cards.lookup(code)));
    }
}
