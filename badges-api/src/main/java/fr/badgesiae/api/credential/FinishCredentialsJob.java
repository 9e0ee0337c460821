package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Takes over credentials with a lapsed lease; runs on every node. */
final class FinishCredentialsJob implements Runnable {
    private static final int BATCH = 20;

    private final Database database;
    private final Clock clock;
    private final FinishCredential finish;

    FinishCredentialsJob(Database database, Clock clock, FinishCredential finish) {
        this.database = database;
        this.clock = clock;
        this.finish = finish;
    }

    @Override
    public void run() {
        List<CredentialDao.LeasedRow> taken;
        do {
            Instant now = clock.instant();
            taken = database.inPublic(
                    handle -> handle.attach(CredentialDao.class).take(now, now.plus(PrepareCredential.LEASE), BATCH));
            taken.forEach(this::finish);
        } while (taken.size() == BATCH);
    }

    private void finish(CredentialDao.LeasedRow row) {
        finish.apply(new OrganisationId(row.organisationId()), new CredentialId(row.credentialId()));
    }
}
