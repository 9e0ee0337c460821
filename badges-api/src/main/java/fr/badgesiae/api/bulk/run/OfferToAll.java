package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.AwardRunState;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Makes the offers of a started run, one after the other. A request answers before a proxy gives up on it; sending it again
 * goes on with those who still wait, and so does another member or the job at the same time.
 */
public final class OfferToAll {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final int BATCH = 50;

    private static final UUID FIRST = new UUID(0, 0);

    private final Platform platform;
    private final Organisations organisations;
    private final AwardRuns runs;
    private final OfferToOne one;

    OfferToAll(Platform platform, Organisations organisations, AwardRuns runs, OfferToOne one) {
        this.platform = platform;
        this.organisations = organisations;
        this.runs = runs;
        this.one = one;
    }

    /** Who asks for offers. */
    public enum How {
        /** A request: it leaves a run of more than {@link AwardRun#AT_ONCE} to the job. */
        REQUEST,
        /** The same, and those who failed are tried once more. */
        REQUEST_AGAIN,
        JOB
    }

    /** A run and some of those who wait in it. */
    private record Batch(AwardRun run, List<PersonId> people) {}

    /**
     * Goes on with a run that has started.
     *
     * @param by the member in whose name the offers are made
     * @return whether people may still wait
     * @throws ProblemException NOT_FOUND for a run of another organisation; PAUSED while it may not offer
     */
    public boolean apply(OrganisationId organisation, AccountId by, AwardRunId id, How how) {
        Instant end = platform.clock().instant().plus(LONGEST);
        if (how == How.REQUEST_AGAIN) {
            retry(organisation, id);
        }
        UUID last = FIRST;
        Batch batch = batch(organisation, id, last);
        if (batch.run().state() != AwardRunState.STARTED
                || (how != How.JOB && batch.run().leftToJob())) {
            return true;
        }
        while (!batch.people().isEmpty()) {
            for (PersonId person : batch.people()) {
                if (platform.clock().instant().isAfter(end)) {
                    return true;
                }
                one.apply(organisation, by, batch.run(), person);
                last = person.value();
            }
            batch = batch(organisation, id, last);
        }
        finish(organisation, id);
        return false;
    }

    /** A run that was stopped has nobody who waits. */
    private Batch batch(OrganisationId organisation, AwardRunId id, UUID last) {
        return platform.database()
                .inOrganisation(
                        organisation,
                        handle -> new Batch(
                                runs.require(handle, Reach.everybody(organisation), id),
                                handle
                                        .attach(RunChoiceDao.class)
                                        .waiting(id.value(), organisation.value(), last, BATCH)
                                        .stream()
                                        .map(PersonId::new)
                                        .toList()));
    }

    private void finish(OrganisationId organisation, AwardRunId id) {
        platform.database()
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(AwardRunDao.class)
                                .finish(
                                        id.value(),
                                        organisation.value(),
                                        platform.clock().instant()));
    }

    private void retry(OrganisationId organisation, AwardRunId id) {
        platform.database().inOrganisation(organisation, handle -> {
            organisations.requireNotPaused(handle, organisation);
            runs.lock(handle, Reach.everybody(organisation), id);
            return handle.attach(RunChoiceDao.class)
                    .retry(id.value(), organisation.value(), platform.clock().instant());
        });
    }
}
