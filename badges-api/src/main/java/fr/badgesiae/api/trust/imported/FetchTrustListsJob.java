package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the lists of all pinned signers in turn; the time limit of a fetch bounds the delay by one that hangs. */
public final class FetchTrustListsJob implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FetchTrustListsJob.class);

    private final Database database;
    private final FetchTrustList fetch;

    public FetchTrustListsJob(Database database, FetchTrustList fetch) {
        this.database = database;
        this.fetch = fetch;
    }

    @Override
    public void run() {
        List<PinnedRow> pinned =
                database.inPublic(handle -> handle.attach(SignerDao.class).pinned());
        for (PinnedRow row : pinned) {
            try {
                fetch.apply(new OrganisationId(row.organisationId()), new SignerId(row.signerId()), Actor.SYSTEM);
            } catch (ProblemException unpinned) {
                LOG.debug("A signer was unpinned before its turn came");
            } catch (RuntimeException e) {
                LOG.error("The list of signer {} could not be kept", row.signerId(), e);
            }
        }
    }
}
