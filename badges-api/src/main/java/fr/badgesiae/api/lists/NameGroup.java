package fr.badgesiae.api.lists;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Names the group that a list is filtered by. */
final class NameGroup {
    private final Database database;
    private final People people;

    NameGroup(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** Empty when the group is archived, or of another organisation. */
    Optional<GroupName> apply(OrganisationId organisation, GroupId group) {
        return database.inOrganisation(
                organisation,
                handle -> people.groups(handle, organisation).stream()
                        .filter(one -> one.id().equals(group))
                        .findFirst());
    }
}
