package fr.badgesiae.api.logo;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;

/** Whether an organisation uploaded a logo. */
final class HasLogo {
    private final Database database;

    HasLogo(Database database) {
        this.database = database;
    }

    boolean apply(OrganisationId organisation) {
        return database.inOrganisation(
                organisation, handle -> handle.attach(LogoDao.class).exists(organisation.value()));
    }
}
