package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.UUID;

/** Confirms a run that was stopped: the job erases the files that were due then. */
final class ConfirmRun {
    private final Platform platform;

    ConfirmRun(Platform platform) {
        this.platform = platform;
    }

    RunAnswer apply(Principal by, UUID run) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            RetentionDao dao = handle.attach(RetentionDao.class);
            UUID organisation = by.organisation().value();
            if (dao.confirm(
                            run,
                            organisation,
                            by.account().value(),
                            platform.clock().instant())
                    == 0) {
                return inItsPlace(dao, organisation, run);
            }
            Actor actor = Actor.account(by.account());
            platform.audit()
                    .record(handle, new AuditEvent(by.organisation(), actor, PrivacyAudit.ERASURE_RUN_CONFIRMED, run));
            return new RunAnswer.Confirmed();
        });
    }

    private static RunAnswer inItsPlace(RetentionDao dao, UUID organisation, UUID run) {
        return dao.run(organisation)
                .filter(waits -> waits.confirmedAt() == null && dao.isReplaced(run, organisation))
                .<RunAnswer>map(waits -> new RunAnswer.Replaced(waits.id(), waits.files(), waits.living()))
                .orElseGet(RunAnswer.Gone::new);
    }
}
