package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads whom a pause is about, for the network. */
final class FindLegalName {
    private final Database database;

    FindLegalName(Database database) {
        this.database = database;
    }

    /** @throws ProblemException NOT_FOUND for another network's organisation */
    String apply(OrganisationId network, OrganisationId organisation) {
        return database.inOrganisation(
                        network,
                        handle -> handle.attach(PauseDao.class).legalName(network.value(), organisation.value()))
                .orElseThrow(ProblemException::notFound);
    }
}
