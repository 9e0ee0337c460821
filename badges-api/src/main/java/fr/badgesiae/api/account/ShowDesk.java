package fr.badgesiae.api.account;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.Suspension;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Reads the state of an organisation for the home page of its desk. */
final class ShowDesk {
    private final Database database;
    private final Organisations organisations;

    ShowDesk(Database database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    /** The pause of the organisation, if any. */
    Optional<Suspension> apply(OrganisationId organisation) {
        return database.inOrganisation(organisation, handle -> organisations.suspension(handle, organisation));
    }
}
