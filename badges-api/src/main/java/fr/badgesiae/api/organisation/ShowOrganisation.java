package fr.badgesiae.api.organisation;

import fr.badgesiae.api.organisation.siret.EarlierSiret;
import fr.badgesiae.api.organisation.siret.EarlierSirets;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;

/** Reads one organisation for its network. */
final class ShowOrganisation {
    private final Database database;
    private final Administrators administrators;

    ShowOrganisation(Database database, Administrators administrators) {
        this.database = database;
        this.administrators = administrators;
    }

    /**
     * @param earlier SIRETs that it had before, the last first
     * @param administered whether the organisation has an active administrator
     */
    record Shown(NetworkOrganisation organisation, List<EarlierSiret> earlier, boolean administered) {}

    /** @throws ProblemException NOT_FOUND for another network's organisation */
    Shown apply(OrganisationId network, OrganisationId organisation) {
        return database.inOrganisation(
                network,
                handle -> handle.attach(OrganisationDao.class)
                        .enter(network.value(), organisation.value())
                        .map(found -> new Shown(
                                found,
                                EarlierSirets.read(found.earlierSirets()),
                                administrators.has(handle, organisation)))
                        .orElseThrow(ProblemException::notFound));
    }
}
