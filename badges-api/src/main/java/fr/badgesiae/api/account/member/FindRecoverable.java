package fr.badgesiae.api.account.member;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** Reads an organisation that a network may give a new administrator's link. */
public final class FindRecoverable {
    private final Database database;
    private final Organisations organisations;

    public FindRecoverable(Database database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    /** @throws ProblemException NOT_FOUND for an organisation of another network */
    OrganisationProfile apply(OrganisationId network, OrganisationId organisation) {
        return database.inOrganisation(organisation, handle -> find(organisations, handle, network, organisation));
    }

    /** The same in a transaction of the organisation. */
    static OrganisationProfile find(
            Organisations organisations, Handle handle, OrganisationId network, OrganisationId organisation) {
        return organisations
                .find(handle, organisation)
                .filter(profile -> profile.network()
                        .filter(current -> current.id().equals(network))
                        .isPresent())
                .orElseThrow(ProblemException::notFound);
    }
}
