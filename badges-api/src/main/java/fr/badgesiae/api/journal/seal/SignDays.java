package fr.badgesiae.api.journal.seal;

import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Signs the last round of each day that is over (UTC), with a key of the platform. Two nodes sign the same; one is kept. */
final class SignDays {
    private static final KeyAlgorithm ALGORITHM = KeyAlgorithm.ED25519;

    private final Database database;
    private final Clock clock;
    private final SigningKeys keys;
    private final SignedDays form;

    SignDays(Platform platform, SigningKeys keys) {
        this.database = platform.database();
        this.clock = platform.clock();
        this.keys = keys;
        this.form = new SignedDays(keys);
    }

    void apply() {
        database.inPublic(handle -> {
            SealDao dao = handle.attach(SealDao.class);
            List<SealDao.DayRow> unsigned = dao.unsigned(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            if (!unsigned.isEmpty()) {
                IssuerKey key = keys.useForPlatform(handle, ALGORITHM);
                unsigned.forEach(day -> dao.insertDay(day.dayOn(), day.round(), form.sign(key, day), clock.instant()));
                keys.used(handle, key);
            }
            return true;
        });
    }
}
