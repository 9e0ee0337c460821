package fr.badgesiae.api.reopening;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;

/** Reads a person with the latest reopening of their space. */
final class ShowAccess {
    private final Database database;
    private final People people;
    private final Clock clock;

    ShowAccess(Database database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /** A person and the latest reopening of their space here. */
    record Access(Person person, Optional<Reopening> latest) {}

    /** @throws ProblemException NOT_FOUND */
    Access apply(OrganisationId organisation, PersonId id) {
        return database.inOrganisation(organisation, handle -> {
            Person person = people.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            Optional<Reopening> latest = handle.attach(ReopeningDao.class)
                    .latest(id.value(), organisation.value())
                    .map(row -> row.read(clock.instant()));
            return new Access(person, latest);
        });
    }
}
