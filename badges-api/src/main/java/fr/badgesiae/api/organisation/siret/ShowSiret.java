package fr.badgesiae.api.organisation.siret;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads the SIRET of an organisation for its network. */
final class ShowSiret {
    private final Database database;

    ShowSiret(Database database) {
        this.database = database;
    }

    /** An organisation with its current SIRET. */
    record Shown(String legalName, String siret) {}

    /** @throws ProblemException NOT_FOUND for another network's organisation */
    Shown apply(OrganisationId network, OrganisationId organisation) {
        return database.inOrganisation(
                network,
                handle -> handle.attach(SiretDao.class)
                        .enter(network.value(), organisation.value())
                        .map(row -> new Shown(row.legalName(), row.siret()))
                        .orElseThrow(ProblemException::notFound));
    }
}
