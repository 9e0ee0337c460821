package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Shows one worker, and how they get into their space. */
final class ShowPerson {
    private final Database database;
    private final People people;
    private final SpaceStates states;

    ShowPerson(Database database, People people, SpaceStates states) {
        this.database = database;
        this.people = people;
        this.states = states;
    }

    /** A worker and the state of their space. */
    record Shown(Person person, SpaceState space) {}

    /** @throws ProblemException NOT_FOUND */
    Shown apply(OrganisationId organisation, PersonId id) {
        return database.inOrganisation(organisation, handle -> {
            Person person = people.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            return new Shown(person, states.of(handle, person));
        });
    }
}
