package fr.badgesiae.api.wallet;

import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;

/** Deletes offers that no limit counts any more, taken or not. */
final class ForgetOffers {
    private final Database database;
    private final Clock clock;

    ForgetOffers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void apply() {
        database.inPublic(handle ->
                handle.attach(WalletOfferDao.class).forget(clock.instant().minus(OfferToWallet.COUNTED)));
    }
}
