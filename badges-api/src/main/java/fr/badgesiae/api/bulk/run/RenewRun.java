package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.person.team.Reach;
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
    public void apply(Reach reader, AwardRunId run) {
        platform.database().inOrganisation(reader.organisation(), handle -> {
            runs.lockDraft(handle, reader, run);
            return handle.attach(AwardRunDao.class)
                    .renew(run.value(), reader.here(), platform.clock().instant());
        });
    }
}
