package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Takes over credentials whose finisher did not come back; runs on every node. */
final class FinishCredentialsJob implements Runnable {
    private static final int BATCH = 20;

    private final Database database;
    private final Clock clock;
    private final IssueCredential issue;

    FinishCredentialsJob(Database database, Clock clock, IssueCredential issue) {
        this.database = database;
        this.clock = clock;
        this.issue = issue;
    }

    @Override
    public void run() {
        List<LeasedRow> taken;
        do {
            Instant now = clock.instant();
            taken = database.inPublic(
                    handle -> handle.attach(CredentialDao.class).take(now, now.plus(PrepareCredential.LEASE), BATCH));
            taken.forEach(this::finish);
        } while (taken.size() == BATCH);
    }

    private void finish(LeasedRow row) {
        issue.finish(new OrganisationId(row.organisationId()), new CredentialId(row.credentialId()));
    }
}
