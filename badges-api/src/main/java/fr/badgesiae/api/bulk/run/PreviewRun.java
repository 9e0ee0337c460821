package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.bulk.content.RunReason;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what each person of a run would be offered, word for word, and what keeps others from it. */
public final class PreviewRun {
    static final int PAGE = 25;

    private final Platform platform;
    private final ShowRun show;

    PreviewRun(Platform platform, ShowRun show) {
        this.platform = platform;
        this.show = show;
    }

    /**
     * A page of a run.
     *
     * @param offers people of this page who would be offered the badge
     * @param blocked everybody who would not, each with the reason
     * @param offered how many would be offered it, on all pages
     * @param digest of the whole run as it is today; the start of the run repeats it
     * @param first whether this is the first page
     * @param next the last person of this page, when another page follows
     */
    public record Previewed(
            AwardRun run,
            List<RunPerson> offers,
            Map<RunPerson, RunReason> blocked,
            int offered,
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
        ShowRun.Shown shown = show.apply(Reach.of(by), id);
        AwardRun run = shown.run();
        List<RunPerson> free = shown.people().stream()
                .filter(person -> person.obstacle(run).isEmpty())
                .toList();
        int from = start(free, after);
        List<RunPerson> page = free.subList(from, Math.min(free.size(), from + PAGE));
        return new Previewed(
                run,
                page,
                blocked(shown),
                free.size(),
                AwardRun.hex(run.digest(shown.people(), by.zone().today(platform.clock()))),
                from == 0,
                from + PAGE < free.size() ? Optional.of(page.get(PAGE - 1).id()) : Optional.empty());
    }

    static Map<RunPerson, RunReason> blocked(ShowRun.Shown shown) {
        Map<RunPerson, RunReason> blocked = new LinkedHashMap<>();
        shown.people().forEach(person -> person.obstacle(shown.run()).ifPresent(why -> blocked.put(person, why)));
        return blocked;
    }

    private static int start(List<RunPerson> people, Optional<PersonId> after) {
        List<PersonId> ids = people.stream().map(RunPerson::id).toList();
        int last = after.map(ids::indexOf).orElse(-1);
        return last + 1 < ids.size() ? last + 1 : 0;
    }
}
