package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.bulk.content.RunReading;
import fr.badgesiae.api.bulk.content.RunReason;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows what each person of a run would be offered, word for word, and what keeps others from it. Those with a problem come
 * first. The whole run is read once for each page, without being kept.
 */
public final class PreviewRun {
    static final int PAGE = 25;

    private final Platform platform;
    private final AwardRuns runs;

    PreviewRun(Platform platform, AwardRuns runs) {
        this.platform = platform;
        this.runs = runs;
    }

    /**
     * A page of a run.
     *
     * @param offers people of this page who would be offered the badge
     * @param blocked people of this page who would not, each with the reason
     * @param offered how many would be offered it, on all pages
     * @param reasons how many would not on all pages, by reason
     * @param digest of the whole run as it is today; the start of the run repeats it
     * @param first whether this is the first page
     * @param next the last person of this page, when another page follows
     */
    public record Previewed(
            AwardRun run,
            List<RunPerson> offers,
            Map<RunPerson, RunReason> blocked,
            int offered,
            Map<RunReason, Integer> reasons,
            String digest,
            boolean first,
            Optional<PersonId> next) {}

    /**
     * One page.
     *
     * @param after the last person of the page before; empty or unknown for the first page
     * @throws ProblemException NOT_FOUND for a run of another organisation
     */
    public Previewed apply(Principal by, AwardRunId id, Optional<PersonId> after) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            AwardRun run = runs.require(handle, Reach.of(by), id);
            RunReading reading = new RunReading(run, by.zone().today(platform.clock()));
            Kept blocked = new Kept(after);
            Kept free = new Kept(after);
            runs.people(handle, Reach.of(by), id, person -> {
                Optional<RunReason> reason = reading.read(person);
                (reason.isPresent() ? blocked : free).add(person);
            });
            return page(run, reading, blocked, free);
        });
    }

    private static Previewed page(AwardRun run, RunReading reading, Kept blocked, Kept free) {
        List<RunPerson> found =
                new ArrayList<>(free.passed ? List.of() : blocked.passed ? blocked.later : blocked.first);
        found.addAll(free.passed ? free.later : free.first);
        List<RunPerson> page = found.subList(0, Math.min(PAGE, found.size()));
        Map<RunPerson, RunReason> reasons = new LinkedHashMap<>();
        page.forEach(person -> person.obstacle(run).ifPresent(why -> reasons.put(person, why)));
        return new Previewed(
                run,
                page.stream().filter(person -> !reasons.containsKey(person)).toList(),
                reasons,
                reading.offered(),
                reading.blocked(),
                reading.digest(),
                !free.passed && !blocked.passed,
                found.size() > PAGE ? Optional.of(page.get(PAGE - 1).id()) : Optional.empty());
    }

    /** The first people of one kind, and those after the last person of the page before. */
    private static final class Kept {
        private final Optional<PersonId> after;
        private final List<RunPerson> first = new ArrayList<>();
        private final List<RunPerson> later = new ArrayList<>();
        private boolean passed;

        Kept(Optional<PersonId> after) {
            this.after = after;
        }

        /** One more than a page tells that another page follows. */
        void add(RunPerson person) {
            if (first.size() <= PAGE) {
                first.add(person);
            }
            if (passed && later.size() <= PAGE) {
                later.add(person);
            }
            passed |= after.filter(person.id()::equals).isPresent();
        }
    }
}
