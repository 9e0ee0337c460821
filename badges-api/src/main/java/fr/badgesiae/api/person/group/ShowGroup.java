package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Shows a group with a page of its people. */
public final class ShowGroup {
    private final Database database;

    ShowGroup(Database database) {
        this.database = database;
    }

    /** A group with some people, by last name. */
    public record Shown(Group group, Member.Page page) {}

    /**
     * A page.
     *
     * @param after the last person of the page before; null or unknown for the first page
     * @throws ProblemException NOT_FOUND for a group of another organisation
     */
    Shown apply(OrganisationId organisation, GroupId group, @Nullable PersonId after) {
        return database.inOrganisation(
                organisation,
                handle -> new Shown(
                        Groups.require(handle, organisation, group),
                        Member.Page.of(handle.attach(MemberDao.class)
                                .members(
                                        organisation.value(),
                                        group.value(),
                                        after == null ? null : after.value(),
                                        Member.PAGE + 1))));
    }
}
