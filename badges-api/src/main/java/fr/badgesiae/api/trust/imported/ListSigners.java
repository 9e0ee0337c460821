package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Lists the signers that a network pinned, by name. */
public final class ListSigners {
    private static final int MOST = 200;

    private final Database database;
    private final Clock clock;

    public ListSigners(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Signer> apply(OrganisationId network) {
        Instant now = clock.instant();
        return database.inOrganisation(
                network,
                handle -> handle.attach(SignerDao.class).of(network.value(), MOST).stream()
                        .map(row -> Signer.of(row, now))
                        .toList());
    }
}
