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

    public RunAnswer apply(UUID run) {
        return platform.database().inPublic(handle -> {
            ClosingDao dao = handle.attach(ClosingDao.class);
            if (dao.confirm(run, platform.clock().instant()) == 0) {
                return inItsPlace(dao, run);
            }
            platform.audit().record(handle, new AuditEvent(Actor.SYSTEM, PrivacyAudit.CLOSING_RUN_CONFIRMED, run));
            return new RunAnswer.Confirmed();
        });
    }

    private static RunAnswer inItsPlace(ClosingDao dao, UUID run) {
        return dao.run()
                .filter(waits -> waits.confirmedAt() == null && dao.isReplaced(run))
                .<RunAnswer>map(waits -> new RunAnswer.Replaced(waits.id(), waits.spaces(), waits.living()))
                .orElseGet(RunAnswer.Gone::new);
    }
}
