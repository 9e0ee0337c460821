package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads one worker of an organisation. */
public final class FindPerson {
    private final Database database;
    private final People people;

    public FindPerson(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** @throws ProblemException NOT_FOUND for a worker of another organisation */
    public Person apply(OrganisationId organisation, PersonId person) {
        return database.inOrganisation(organisation, handle -> people.find(handle, organisation, person))
                .orElseThrow(ProblemException::notFound);
    }
}
