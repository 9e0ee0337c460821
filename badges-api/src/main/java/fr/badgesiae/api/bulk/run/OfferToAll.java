package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.AwardRunState;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.bulk.content.RunPersonState;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Makes the offers of a started run, one after the other. A request answers before a proxy gives up on it; sending it again
 * goes on with those who still wait, and so does another member at the same time.
 */
public final class OfferToAll {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Platform platform;
    private final Organisations organisations;
    private final AwardRuns runs;
    private final ShowRun show;
    private final OfferToOne one;

    OfferToAll(Platform platform, Organisations organisations, AwardRuns runs, ShowRun show, OfferToOne one) {
        this.platform = platform;
        this.organisations = organisations;
        this.runs = runs;
        this.show = show;
        this.one = one;
    }

    /**
     * Goes on with a run that has started.
     *
     * @param by the member in whose name the offers are made
     * @param again whether those who failed are tried once more
     * @throws ProblemException NOT_FOUND for a run of another organisation; PAUSED while it may not offer
     */
    public void apply(OrganisationId organisation, AccountId by, AwardRunId id, boolean again) {
        Instant end = platform.clock().instant().plus(LONGEST);
        if (again) {
            retry(organisation, id);
        }
        ShowRun.Shown shown = show.apply(Reach.everybody(organisation), id);
        if (shown.run().state() != AwardRunState.STARTED) {
            return;
        }
        List<RunPerson> waiting = shown.people().stream()
                .filter(person -> person.state() == RunPersonState.CHOSEN)
                .toList();
        for (RunPerson person : waiting) {
            if (platform.clock().instant().isAfter(end)) {
                return;
            }
            one.apply(organisation, by, shown.run(), person.id());
        }
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
            return handle.attach(AwardRunDao.class)
                    .retry(id.value(), organisation.value(), platform.clock().instant());
        });
    }
}
