package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.bulk.content.RunPersonState;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a run, and a page of its people. */
public final class ShowRun {
    private final Database database;
    private final AwardRuns runs;

    ShowRun(Database database, AwardRuns runs) {
        this.database = database;
        this.runs = runs;
    }

    /**
     * Which people to show.
     *
     * @param state only people in it, or null for everybody
     * @param after the last person of the page before, or null for the first page
     * @param most people of a page; zero for the run alone
     */
    public record Part(
            @Nullable RunPersonState state, @Nullable PersonId after, int most) {
        /** Nobody. */
        public static final Part NONE = new Part(null, null, 0);
    }

    /**
     * A run and some of its people, by last name.
     *
     * @param next the last person of this page, when another page follows
     */
    public record Shown(AwardRun run, List<RunPerson> people, Optional<PersonId> next) {}

    /** @throws ProblemException NOT_FOUND for a run that the reader does not find */
    public Shown apply(Reach reader, AwardRunId run, Part part) {
        return database.inOrganisation(reader.organisation(), handle -> {
            AwardRun shown = runs.require(handle, reader, run);
            if (part.most() == 0) {
                return new Shown(shown, List.of(), Optional.empty());
            }
            List<RunPerson> people = runs.page(handle, reader, run, part.state(), part.after(), part.most() + 1);
            return people.size() <= part.most()
                    ? new Shown(shown, people, Optional.empty())
                    : new Shown(
                            shown,
                            people.subList(0, part.most()),
                            Optional.of(people.get(part.most() - 1).id()));
        });
    }
}
