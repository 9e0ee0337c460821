package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunAudit;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;

/** Forgets a run. Offers that it made stay; whoever waits in it gets none. */
public final class DiscardRun {
    private final Platform platform;
    private final AwardRuns runs;

    DiscardRun(Platform platform, AwardRuns runs) {
        this.platform = platform;
        this.runs = runs;
    }

    /**
     * Leaves an audit line when the run had started: a draft never did anything.
     *
     * @throws ProblemException NOT_FOUND for a run of another organisation; FORBIDDEN for whoever may propose only, unless it is
     *     their own draft
     */
    public void apply(Principal by, AwardRunId id) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            AwardRun run = runs.lock(handle, Reach.of(by), id);
            if (!by.may(Permission.AWARD) && !(run.draft() && runs.began(handle, by, id))) {
                throw new ProblemException(ProblemType.FORBIDDEN, "Your rights do not include this.");
            }
            handle.attach(AwardRunDao.class)
                    .delete(id.value(), by.organisation().value());
            if (!run.draft()) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(),
                                        Actor.account(by.account()),
                                        RunAudit.AWARD_RUN_DISCARDED,
                                        id.value()));
            }
            return id;
        });
    }
}
