package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.wallet.openid.proof.Nonces;
import java.time.Clock;
import java.time.Instant;

/** Deletes offers that no limit counts any more, taken or not, and spent nonces that have expired. */
final class ForgetOpenidOffers {
    private final Database database;
    private final Clock clock;

    ForgetOpenidOffers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void apply() {
        Instant now = clock.instant();
        database.inPublic(handle -> {
            OpenidOfferDao dao = handle.attach(OpenidOfferDao.class);
            // Twice the lifetime: the clocks of two nodes differ a little.
            dao.forgetNonces(now.minus(Nonces.LIFETIME.multipliedBy(2)));
            return dao.forget(now.minus(OfferByOpenid.COUNTED));
        });
    }
}
