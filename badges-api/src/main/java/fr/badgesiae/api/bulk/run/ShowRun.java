package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;

/** Shows a run with everybody of it. */
public final class ShowRun {
    private final Database database;
    private final AwardRuns runs;

    ShowRun(Database database, AwardRuns runs) {
        this.database = database;
        this.runs = runs;
    }

    /** A run and its people, by last name: {@link AwardRun#MOST} at most. */
    public record Shown(AwardRun run, List<RunPerson> people) {}

    /** @throws ProblemException NOT_FOUND for a run that the reader does not find */
    public Shown apply(Reach reader, AwardRunId run) {
        return database.inOrganisation(
                reader.organisation(),
                handle -> new Shown(runs.require(handle, reader, run), runs.people(handle, reader, run)));
    }
}
