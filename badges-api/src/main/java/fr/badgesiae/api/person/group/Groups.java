package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Groups read in the caller's transaction. */
final class Groups {
    private Groups() {}

    /** @throws ProblemException NOT_FOUND for a group of another organisation */
    static Group require(Handle handle, OrganisationId organisation, GroupId group) {
        return handle.attach(GroupDao.class)
                .find(organisation.value(), group.value())
                .map(Groups::read)
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * The same, which stays as it is until the transaction ends.
     *
     * @throws ProblemException NOT_FOUND for a group of another organisation
     */
    static Group lock(Handle handle, OrganisationId organisation, GroupId group) {
        return handle.attach(GroupDao.class)
                .lock(organisation.value(), group.value())
                .map(Groups::read)
                .orElseThrow(ProblemException::notFound);
    }

    static List<Group> list(Handle handle, OrganisationId organisation, boolean archived) {
        return handle.attach(GroupDao.class).list(organisation.value(), archived, GroupName.MOST).stream()
                .map(Groups::read)
                .toList();
    }

    /** The sites of these groups, to choose one for a team. */
    static List<GroupName> sites(List<Group> groups) {
        return groups.stream()
                .filter(group -> group.kind() == GroupKind.SITE)
                .map(group -> new GroupName(group.id(), group.kind(), group.name()))
                .toList();
    }

    private static Group read(GroupDao.GroupRow row) {
        return new Group(
                new GroupId(row.id()),
                row.kind(),
                row.name(),
                row.siteId() == null ? null : new GroupId(row.siteId()),
                row.siteName(),
                row.archived(),
                row.revision(),
                row.people(),
                row.supervisors());
    }
}
