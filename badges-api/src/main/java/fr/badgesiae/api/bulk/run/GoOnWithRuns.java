package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Goes on with runs in which people wait: they are longer than a request may be, or the node of the request died. A run that was
 * touched in the last minute is left to its request. Two nodes take different runs. What allows a run is asked again every
 * twenty seconds.
 */
public final class GoOnWithRuns {
    /** Longer than one request offers. */
    private static final Duration UNTOUCHED = Duration.ofMinutes(1);

    private static final int BATCH = 10;

    private final Database database;
    private final Clock clock;
    private final OfferToAll offer;

    GoOnWithRuns(Database database, Clock clock, OfferToAll offer) {
        this.database = database;
        this.clock = clock;
        this.offer = offer;
    }

    /** Goes on with them, in the name of the member who started each, as long as one of them is not at its end. */
    public void apply() {
        UUID[] mine = {};
        do {
            Instant now = clock.instant();
            UUID[] again = mine;
            mine = database
                    .inPublic(handle -> handle.attach(AwardRunDao.class)
                            .takeWaiting(now.minus(UNTOUCHED), now, BATCH, AwardRun.AT_ONCE, again))
                    .stream()
                    .filter(this::offer)
                    .map(AwardRunDao.WaitingRow::runId)
                    .toArray(UUID[]::new);
        } while (mine.length > 0);
    }

    /** Whether people may still wait. */
    private boolean offer(AwardRunDao.WaitingRow run) {
        try {
            return offer.apply(
                    new OrganisationId(run.organisationId()),
                    new AccountId(run.accountId()),
                    new AwardRunId(run.runId()),
                    OfferToAll.How.JOB);
        } catch (ProblemException problem) {
            // Discarded or paused since it was taken: the others still wait.
            if (problem.type() != ProblemType.NOT_FOUND && problem.type() != ProblemType.PAUSED) {
                throw problem;
            }
            return false;
        }
    }
}
