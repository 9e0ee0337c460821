package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;

/** Reads whether an organisation asks for numbers of PASS IAE, and how many it holds. */
final class ShowPassIaeUse {
    private final Database database;

    ShowPassIaeUse(Database database) {
        this.database = database;
    }

    /** @param held how many pathways have a number */
    record Use(boolean asks, int held) {}

    Use apply(OrganisationId organisation) {
        return database.inOrganisation(organisation, handle -> {
            PathwayDao dao = handle.attach(PathwayDao.class);
            return new Use(dao.asksPassIae(organisation.value()), dao.passesIae(organisation.value()));
        });
    }
}
