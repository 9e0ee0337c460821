package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps which people of a page are chosen for a run, so that a choice outlives paging, a new search and the session. */
public final class ChoosePeople {
    private final Platform platform;
    private final AwardRuns runs;

    ChoosePeople(Platform platform, AwardRuns runs) {
        this.platform = platform;
        this.runs = runs;
    }

    /** What else happens to the choice. */
    public enum More {
        NOTHING,
        /** Whom the search finds, except who has such an offer already. */
        EVERYBODY_FOUND,
        NOBODY
    }

    /**
     * A page as it was sent.
     *
     * @param shown everybody on it
     * @param ticked those of them who are chosen
     * @param again those of them who are chosen although the badge was offered to them before
     * @param search the words to search by from now on
     */
    public record Choice(Set<PersonId> shown, Set<PersonId> ticked, Set<PersonId> again, String search, More more) {}

    /**
     * What the choice led to.
     *
     * @param chosen how many people are chosen now
     * @param full whether more were chosen than a run takes: the others are left out
     */
    public record Chosen(int chosen, boolean full) {}

    /** @throws ProblemException NOT_FOUND for a run of another organisation; CONFLICT when it has started */
    public Chosen apply(OrganisationId organisation, AwardRunId run, Choice choice) {
        Instant now = platform.clock().instant();
        UUID here = organisation.value();
        return platform.database().inOrganisation(organisation, handle -> {
            AwardRun draft = runs.lockDraft(handle, organisation, run);
            RunChoiceDao dao = handle.attach(RunChoiceDao.class);
            UUID[] ticked = ids(Stream.concat(choice.ticked().stream(), choice.again().stream()));
            Set<UUID> kept = Set.of(ticked);
            dao.leaveOut(
                    run.value(), here, ids(choice.shown().stream().filter(person -> !kept.contains(person.value()))));
            dao.choose(run.value(), here, ticked, ids(choice.again().stream()), now);
            boolean full = false;
            if (choice.more() == More.NOBODY) {
                dao.leaveOutAll(run.value(), here);
            } else if (choice.more() == More.EVERYBODY_FOUND) {
                // One more than fits says that they do not all fit.
                int room = Math.max(0, AwardRun.MOST - dao.count(run.value(), here)) + 1;
                dao.chooseFound(run.value(), here, AwardRun.MOST + 1, room, now);
            }
            int chosen = dao.count(run.value(), here);
            if (chosen > AwardRun.MOST) {
                full = true;
                dao.leaveOutLatest(run.value(), here, chosen - AwardRun.MOST);
            }
            if (!choice.search().equals(draft.search())) {
                handle.attach(AwardRunDao.class).search(run.value(), here, choice.search(), now);
            }
            return new Chosen(Math.min(chosen, AwardRun.MOST), full);
        });
    }

    private static UUID[] ids(Stream<PersonId> people) {
        return people.map(PersonId::value).distinct().toArray(UUID[]::new);
    }
}
