package fr.badgesiae.api.reopening;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;

/** Cancels the slip of a reopening that waits. */
final class CancelReopening {
    private final Platform platform;

    CancelReopening(Platform platform) {
        this.platform = platform;
    }

    /** @return false when none waits */
    boolean apply(Principal by, PersonId person) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            int cancelled = handle.attach(ReopeningDao.class)
                    .cancel(person.value(), by.organisation().value());
            if (cancelled == 1) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(),
                                        Actor.account(by.account()),
                                        ReopeningAudit.ACCESS_REOPENING_CANCELLED,
                                        person.value()));
            }
            return cancelled == 1;
        });
    }
}
