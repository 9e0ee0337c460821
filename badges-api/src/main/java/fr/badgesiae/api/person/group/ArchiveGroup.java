package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Archives a group, or brings it back: its people stay in it. */
public final class ArchiveGroup {
    private final Platform platform;
    private final GroupRules rules;

    ArchiveGroup(Platform platform) {
        this.platform = platform;
        this.rules = new GroupRules(platform);
    }

    /**
     * Archives it, or brings it back.
     *
     * @return errors where another group has its name by now, or where there are too many
     * @throws ProblemException NOT_FOUND for a group of another organisation
     */
    Errors apply(Principal by, GroupId id, boolean archived) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            GroupDao dao = handle.attach(GroupDao.class);
            dao.lockNames(by.organisation().value());
            Group group = Groups.require(handle, by.organisation(), id);
            Errors errors =
                    archived ? Errors.none() : rules.name(handle, by, id, group.kind(), group.name(), Errors.none());
            if (!archived && group.archived() && dao.living(by.organisation().value()) >= GroupName.MOST) {
                errors = errors.with("name", "worker.group.error.many", GroupName.MOST);
            }
            if (errors.isEmpty()
                    && dao.archive(
                                    id.value(),
                                    by.organisation().value(),
                                    archived,
                                    platform.clock().instant())
                            == 1) {
                rules.record(handle, by, archived ? GroupAudit.GROUP_ARCHIVED : GroupAudit.GROUP_RESTORED, id);
            }
            return errors;
        });
    }
}
