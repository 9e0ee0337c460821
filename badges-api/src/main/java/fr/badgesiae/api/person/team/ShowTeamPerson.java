package fr.badgesiae.api.person.team;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.function.Supplier;

/** Shows a person of a team to a member who only proposes: no contact, pathway, notice or badge. */
public final class ShowTeamPerson {
    private final Database database;
    private final Supplier<OpenDrafts> drafts;

    ShowTeamPerson(Database database, Supplier<OpenDrafts> drafts) {
        this.database = database;
        this.drafts = drafts;
    }

    /** A person, and the drafts that the reader has open for them. */
    public record Shown(ListTeamPeople.TeamPerson person, List<OpenDrafts.Draft> drafts) {}

    /** @throws ProblemException NOT_FOUND for whoever is in no team of the reader */
    public Shown apply(Principal reader, PersonId id) {
        Reach reach = Reach.of(reader);
        return database.inOrganisation(
                reader.organisation(),
                handle -> new Shown(
                        handle.attach(TeamDao.class)
                                .person(reach.here(), reach.member(), id.value())
                                .map(ListTeamPeople.TeamPerson::of)
                                .orElseThrow(ProblemException::notFound),
                        drafts.get().of(handle, reach, id)));
    }
}
