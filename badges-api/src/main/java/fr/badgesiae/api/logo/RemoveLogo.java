package fr.badgesiae.api.logo;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;

/** Removes the logo of the member's organisation. A drawn one takes its place. */
final class RemoveLogo {
    private final Platform platform;

    RemoveLogo(Platform platform) {
        this.platform = platform;
    }

    /** Removing none changes nothing. */
    void apply(Principal by) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            int rows = handle.attach(LogoDao.class).remove(by.organisation().value());
            if (rows == 1) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(),
                                        Actor.account(by.account()),
                                        LogoAudit.LOGO_REMOVED,
                                        by.organisation().value()));
            }
            return rows;
        });
    }
}
