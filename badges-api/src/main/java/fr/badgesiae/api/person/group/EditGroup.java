package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;

/** Reads a group for its form. */
final class EditGroup {
    private final Database database;

    EditGroup(Database database) {
        this.database = database;
    }

    /**
     * A group to change.
     *
     * @param sites to choose one for a team
     */
    record Form(Group group, List<GroupName> sites) {}

    /** @throws ProblemException NOT_FOUND for a group of another organisation */
    Form apply(OrganisationId organisation, GroupId group) {
        return database.inOrganisation(
                organisation,
                handle -> new Form(
                        Groups.require(handle, organisation, group),
                        Groups.sites(Groups.list(handle, organisation, false))));
    }
}
