package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.UUID;

/** Confirms a run that was stopped: the job erases the files that were due then. */
final class ConfirmRun {
    private final Platform platform;

    ConfirmRun(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException CONFLICT when the run was confirmed before, or is no longer asked */
    void apply(Principal by, UUID run) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            int changed = handle.attach(RetentionDao.class)
                    .confirm(
                            run,
                            by.organisation().value(),
                            by.account().value(),
                            platform.clock().instant());
            if (changed == 0) {
                throw new ProblemException(ProblemType.CONFLICT, "This run no longer waits.");
            }
            Actor actor = Actor.account(by.account());
            platform.audit()
                    .record(handle, new AuditEvent(by.organisation(), actor, PrivacyAudit.ERASURE_RUN_CONFIRMED, run));
            return run;
        });
    }
}
