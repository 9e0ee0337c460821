package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunAudit;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Stops a run: whoever waits gets no offer until a member goes on. The offers that were made stay. */
public final class StopRun {
    private final Platform platform;
    private final AwardRuns runs;

    StopRun(Platform platform, AwardRuns runs) {
        this.platform = platform;
        this.runs = runs;
    }

    /**
     * Stops it.
     *
     * @return false where it goes on no more
     * @throws ProblemException NOT_FOUND for a run that the reader does not find
     */
    public boolean apply(Principal by, AwardRunId run) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            runs.lock(handle, Reach.of(by), run);
            int stopped = handle.attach(AwardRunDao.class)
                    .stop(
                            run.value(),
                            by.organisation().value(),
                            platform.clock().instant());
            if (stopped == 0) {
                return false;
            }
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    RunAudit.AWARD_RUN_STOPPED,
                                    run.value()));
            return true;
        });
    }
}
