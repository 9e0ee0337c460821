package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads one organisation for its network. */
final class ShowOrganisation {
    private final Database database;
    private final Administrators administrators;

    ShowOrganisation(Database database, Administrators administrators) {
        this.database = database;
        this.administrators = administrators;
    }

    /**
     * @param administered whether the organisation has an active administrator
     */
    record Shown(NetworkOrganisation organisation, boolean administered) {}

    /** @throws ProblemException NOT_FOUND for another network's organisation */
    Shown apply(OrganisationId network, OrganisationId organisation) {
        return database.inOrganisation(
                network,
                handle -> handle.attach(OrganisationDao.class)
                        .enter(network.value(), organisation.value())
                        .map(found -> new Shown(found, administrators.has(handle, organisation)))
                        .orElseThrow(ProblemException::notFound));
    }
}
