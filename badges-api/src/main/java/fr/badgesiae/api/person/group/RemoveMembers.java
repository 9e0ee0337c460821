package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes people out of a group, archived or not. */
public final class RemoveMembers {
    private final Platform platform;
    private final GroupRules rules;

    RemoveMembers(Platform platform) {
        this.platform = platform;
        this.rules = new GroupRules(platform);
    }

    /** A group and those who were taken out of it. */
    record Removed(Group group, List<Member> people) {}

    /** @throws ProblemException NOT_FOUND for a group of another organisation */
    Removed apply(Principal by, GroupId id, Set<PersonId> people) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            Group group = Groups.lock(handle, by.organisation(), id);
            List<Member> gone = Member.read(handle.attach(MemberDao.class)
                    .remove(
                            by.organisation().value(),
                            id.value(),
                            people.stream().map(PersonId::value).toArray(UUID[]::new)));
            if (!gone.isEmpty()) {
                rules.record(handle, by, GroupAudit.GROUP_PEOPLE_REMOVED, id);
            }
            return new Removed(group, gone);
        });
    }
}
