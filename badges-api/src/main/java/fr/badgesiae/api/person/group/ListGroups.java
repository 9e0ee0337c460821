package fr.badgesiae.api.person.group;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;

/** Lists the groups of an organisation by kind and name: a bounded number. */
public final class ListGroups {
    private final Database database;

    ListGroups(Database database) {
        this.database = database;
    }

    List<Group> apply(OrganisationId organisation, boolean archived) {
        return database.inOrganisation(organisation, handle -> Groups.list(handle, organisation, archived));
    }
}
