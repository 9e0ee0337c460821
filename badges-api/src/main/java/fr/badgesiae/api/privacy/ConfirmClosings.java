package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.util.UUID;

/** The operator confirms a run that was stopped: the job closes the spaces that were due then. */
public final class ConfirmClosings {
    private final Platform platform;

    ConfirmClosings(Platform platform) {
        this.platform = platform;
    }

    /** @return whether it waited; false when it was confirmed before, or is no longer asked */
    public boolean apply(UUID run) {
        return platform.database().inPublic(handle -> {
            boolean waited = handle.attach(ClosingDao.class)
                            .confirm(run, platform.clock().instant())
                    == 1;
            if (waited) {
                platform.audit().record(handle, new AuditEvent(Actor.SYSTEM, PrivacyAudit.CLOSING_RUN_CONFIRMED, run));
            }
            return waited;
        });
    }
}
