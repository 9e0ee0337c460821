package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;

/** Reads one pinned signer of a network. */
public final class ShowSigner {
    private final Database database;
    private final Clock clock;

    public ShowSigner(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @throws ProblemException NOT_FOUND when this network pinned no such signer
     */
    Signer apply(OrganisationId network, SignerId signer) {
        return database.inOrganisation(
                        network, handle -> handle.attach(SignerDao.class).find(signer.value(), network.value()))
                .map(row -> Signer.of(row, clock.instant()))
                .orElseThrow(ProblemException::notFound);
    }
}
