package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Goes on with runs in which people wait: the request that started them was longer than a request may be, or its node died.
 * A run that was touched in the last minute is left to its request. Two nodes take different runs.
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

    /** Goes on with each of them once, in the name of the member who started it. */
    public void apply() {
        Instant now = clock.instant();
        List<AwardRunDao.WaitingRow> taken = database.inPublic(
                handle -> handle.attach(AwardRunDao.class).takeWaiting(now.minus(UNTOUCHED), now, BATCH));
        taken.forEach(this::offer);
    }

    private void offer(AwardRunDao.WaitingRow run) {
        try {
            offer.apply(
                    new OrganisationId(run.organisationId()),
                    new AccountId(run.accountId()),
                    new AwardRunId(run.runId()),
                    false);
        } catch (ProblemException problem) {
            // Discarded or paused since it was taken: the others still wait.
            if (problem.type() != ProblemType.NOT_FOUND && problem.type() != ProblemType.PAUSED) {
                throw problem;
            }
        }
    }
}
