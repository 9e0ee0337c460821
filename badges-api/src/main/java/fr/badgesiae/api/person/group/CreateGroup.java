package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Creates a site, team or group. */
public final class CreateGroup {
    private final Platform platform;
    private final GroupRules rules;

    public CreateGroup(Platform platform) {
        this.platform = platform;
        this.rules = new GroupRules(platform);
    }

    /**
     * The answer to a form.
     *
     * @param id of the new group; nobody's where there are errors
     */
    public record Created(GroupId id, Errors errors) {}

    public Created apply(Principal by, GroupForm form) {
        GroupId id = new GroupId(platform.ids().uuid());
        Errors errors = form.check();
        if (!errors.isEmpty()) {
            return new Created(id, errors);
        }
        return platform.database()
                .inOrganisation(by.organisation(), handle -> new Created(id, insert(handle, by, id, form)));
    }

    private Errors insert(Handle handle, Principal by, GroupId id, GroupForm form) {
        GroupKind kind = form.known().orElseThrow();
        UUID here = by.organisation().value();
        GroupDao dao = handle.attach(GroupDao.class);
        dao.lockNames(here);
        if (dao.living(here) >= GroupName.MOST) {
            return Errors.of("name", "worker.group.error.many", GroupName.MOST);
        }
        GroupRules.Site site = rules.site(handle, by, kind, form.site());
        Errors errors = rules.name(handle, by, id, kind, form.name(), site.errors());
        if (errors.isEmpty()) {
            dao.insert(
                    id.value(),
                    here,
                    kind,
                    form.name(),
                    site.id(),
                    platform.clock().instant());
            rules.record(handle, by, GroupAudit.GROUP_CREATED, id);
        }
        return errors;
    }
}
