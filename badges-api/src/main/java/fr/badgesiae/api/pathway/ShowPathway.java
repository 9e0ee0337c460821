package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** Reads one pathway and its worker, for the form. */
final class ShowPathway {
    private final Database database;
    private final People people;

    ShowPathway(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** @param asksPassIae whether the organisation asks for the number */
    record Shown(Person person, Pathway pathway, boolean asksPassIae) {}

    /** @throws ProblemException NOT_FOUND for another organisation's or another worker's pathway */
    Shown apply(OrganisationId organisation, PersonId person, PathwayId pathway) {
        return database.inOrganisation(organisation, handle -> read(handle, organisation, person, pathway));
    }

    /** The same in the caller's transaction. */
    Shown read(Handle handle, OrganisationId organisation, PersonId person, PathwayId pathway) {
        PathwayDao.AskedRow row = handle.attach(PathwayDao.class)
                .asked(person.value(), organisation.value(), pathway.value())
                .get(0);
        if (row.pathway() == null) {
            throw ProblemException.notFound();
        }
        return new Shown(
                people.find(handle, organisation, person).orElseThrow(ProblemException::notFound),
                row.pathway().pathway(),
                row.asksPassIae());
    }

    /** The pathway alone, in the caller's transaction. */
    static Pathway find(Handle handle, OrganisationId organisation, PersonId person, PathwayId pathway) {
        return handle.attach(PathwayDao.class)
                .find(pathway.value(), organisation.value())
                .map(PathwayRow::pathway)
                .filter(found -> found.person().equals(person))
                .orElseThrow(ProblemException::notFound);
    }
}
