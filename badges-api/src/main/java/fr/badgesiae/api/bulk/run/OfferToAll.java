package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.AwardRunState;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.bulk.content.RunPersonState;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
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
     * @param again whether those who failed are tried once more
     * @throws ProblemException NOT_FOUND for a run of another organisation; PAUSED while it may not offer
     */
    public void apply(Principal by, AwardRunId id, boolean again) {
        Instant end = platform.clock().instant().plus(LONGEST);
        if (again) {
            retry(by, id);
        }
        ShowRun.Shown shown = show.apply(by.organisation(), id);
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
            one.apply(by, shown.run(), person.id());
        }
        platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(AwardRunDao.class)
                                .finish(
                                        id.value(),
                                        by.organisation().value(),
                                        platform.clock().instant()));
    }

    private void retry(Principal by, AwardRunId id) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            organisations.requireNotPaused(handle, by.organisation());
            runs.lock(handle, by.organisation(), id);
            return handle.attach(AwardRunDao.class)
                    .retry(
                            id.value(),
                            by.organisation().value(),
                            platform.clock().instant());
        });
    }
}
