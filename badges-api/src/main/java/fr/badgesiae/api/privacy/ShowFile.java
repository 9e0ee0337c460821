package fr.badgesiae.api.privacy;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads how long the desk file of a person is kept. */
public final class ShowFile {
    private final Database database;
    private final People people;

    ShowFile(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /**
     * A desk file.
     *
     * @param erasedOn the first day on which the job may erase it
     * @param heldOn the day since which erasure is held, or null
     * @param badges how many badges the person has from this organisation
     */
    public record File(
            Person person,
            LocalDate erasedOn,
            @Nullable LocalDate heldOn,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate contractEndedOn,
            int badges) {}

    /** @throws ProblemException NOT_FOUND for a worker of another organisation */
    File apply(OrganisationId organisation, PersonId id) {
        return database.inOrganisation(organisation, handle -> {
            Person person = people.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            RetentionDao.ClockRow row = handle.attach(RetentionDao.class)
                    .clock(id.value(), organisation.value())
                    .orElseThrow(ProblemException::notFound);
            return new File(
                    person,
                    Retention.erasedOn(row.countsFromOn(), row.erasureAnnouncedOn()),
                    row.erasureHeldOn(),
                    row.erasureAnnouncedOn(),
                    row.contractEndedOn(),
                    row.badges());
        });
    }
}
