package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** Reads a worker's names with their revision, for the form. */
final class FindNames {
    private final Database database;

    FindNames(Database database) {
        this.database = database;
    }

    /** @param revision the one that saving replaces */
    record Names(int revision, PersonForm form) {}

    /** @throws ProblemException NOT_FOUND for a worker of another organisation */
    Names apply(OrganisationId organisation, PersonId person) {
        return database.inOrganisation(organisation, handle -> read(handle, organisation, person));
    }

    /** The same in the caller's transaction. */
    static Names read(Handle handle, OrganisationId organisation, PersonId person) {
        return handle.attach(PersonDao.class)
                .find(person.value(), organisation.value())
                .map(row -> new Names(row.revision(), new PersonForm(row.firstName(), row.lastName(), row.kind())))
                .orElseThrow(ProblemException::notFound);
    }
}
