package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.Set;
import java.util.UUID;

/** Puts people into a group. Whoever is put into a site leaves the one where they were. */
public final class AddMembers {
    private final Platform platform;
    private final GroupRules rules;

    public AddMembers(Platform platform) {
        this.platform = platform;
        this.rules = new GroupRules(platform);
    }

    /**
     * Puts people in. Those of another organisation and those in it already are passed over.
     *
     * @return how many came in
     * @throws ProblemException NOT_FOUND for a group of another organisation; CONFLICT for an archived one
     */
    public int apply(Principal by, GroupId id, Set<PersonId> people) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            Group group = Groups.lock(handle, by.organisation(), id);
            if (group.archived()) {
                throw new ProblemException(ProblemType.CONFLICT, "This group is archived.");
            }
            MemberDao dao = handle.attach(MemberDao.class);
            UUID here = by.organisation().value();
            int added = group.kind() == GroupKind.SITE
                    ? dao.move(here, id.value(), ids(people), platform.clock().instant())
                    : dao.add(here, id.value(), ids(people), platform.clock().instant());
            if (added > 0) {
                rules.record(handle, by, GroupAudit.GROUP_PEOPLE_ADDED, id);
            }
            return added;
        });
    }

    private static UUID[] ids(Set<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
