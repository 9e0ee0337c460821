package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What several acts on groups check and record. */
final class GroupRules {
    private final Platform platform;

    GroupRules(Platform platform) {
        this.platform = platform;
    }

    /** The site of a team as chosen, or the error. */
    record Site(@Nullable UUID id, Errors errors) {
        private static final Site NONE = new Site(null, Errors.none());
        private static final Site GONE = new Site(null, Errors.of("site", "worker.group.error.site"));
    }

    /** A group that is no team has none, whatever the form says. */
    Site site(Handle handle, Principal by, GroupKind kind, String chosen) {
        if (kind != GroupKind.TEAM || chosen.isEmpty()) {
            return Site.NONE;
        }
        Optional<GroupDao.GroupRow> site = handle.attach(GroupDao.class)
                .lock(by.organisation().value(), GroupId.fromString(chosen).value());
        return site.filter(row -> row.kind() == GroupKind.SITE && !row.archived())
                .map(row -> new Site(row.id(), Errors.none()))
                .orElse(Site.GONE);
    }

    /** Adds an error where another group has the name. */
    Errors name(Handle handle, Principal by, GroupId except, GroupKind kind, String name, Errors errors) {
        boolean taken = handle.attach(GroupDao.class).taken(by.organisation().value(), kind, name, except.value());
        return taken ? errors.with("name", "worker.group.error.taken." + kind.name()) : errors;
    }

    void record(Handle handle, Principal by, GroupAudit code, GroupId group) {
        platform.audit()
                .record(handle, new AuditEvent(by.organisation(), Actor.account(by.account()), code, group.value()));
    }
}
