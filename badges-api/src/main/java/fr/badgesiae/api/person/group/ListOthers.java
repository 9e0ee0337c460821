package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Lists who is not in a group, to put them in. */
final class ListOthers {
    private final Database database;

    ListOthers(Database database) {
        this.database = database;
    }

    /**
     * A page of them, by last name.
     *
     * @param words of their names, or empty
     * @param after the last person of the page before; null or unknown for the first page
     * @throws ProblemException NOT_FOUND for a group of another organisation
     */
    ShowGroup.Shown apply(OrganisationId organisation, GroupId group, String words, @Nullable PersonId after) {
        return database.inOrganisation(
                organisation,
                handle -> new ShowGroup.Shown(
                        Groups.require(handle, organisation, group),
                        Member.Page.of(handle.attach(MemberDao.class)
                                .others(
                                        organisation.value(),
                                        group.value(),
                                        words,
                                        after == null ? null : after.value(),
                                        Member.PAGE + 1))));
    }
}
