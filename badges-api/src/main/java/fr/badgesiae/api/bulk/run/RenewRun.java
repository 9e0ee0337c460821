package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Takes the newest version of the badge of a draft: what is offered is what the badge says today. */
public final class RenewRun {
    private final Platform platform;
    private final AwardRuns runs;

    RenewRun(Platform platform, AwardRuns runs) {
        this.platform = platform;
        this.runs = runs;
    }

    /** @throws ProblemException NOT_FOUND for a run of another organisation; CONFLICT when it has started */
    public void apply(OrganisationId organisation, AwardRunId run) {
        platform.database().inOrganisation(organisation, handle -> {
            runs.lockDraft(handle, organisation, run);
            return handle.attach(AwardRunDao.class)
                    .renew(run.value(), organisation.value(), platform.clock().instant());
        });
    }
}
