package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;

/** An organisation wants two people for a publication, or one again. */
public final class RequireSecondReader {
    private final Platform platform;
    private final Members members;

    public RequireSecondReader(Platform platform, Members members) {
        this.platform = platform;
        this.members = members;
    }

    /** @return false where fewer than two members may publish; nothing was changed */
    public boolean apply(Principal by, boolean required) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            if (required
                    && members.active(handle, by.organisation()).stream()
                                    .filter(one -> one.rights().may(Permission.PUBLISH))
                                    .count()
                            < 2) {
                return false;
            }
            if (handle.attach(ReviewDao.class).require(by.organisation().value(), required) == 1) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(),
                                        Actor.account(by.account()),
                                        required
                                                ? ReviewAudit.SECOND_READER_REQUIRED
                                                : ReviewAudit.SECOND_READER_DROPPED,
                                        by.organisation().value()));
            }
            return true;
        });
    }
}
