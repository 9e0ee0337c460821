package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.Objects;

/** Lists the pathways of one worker, the newest first. */
final class ListPathways {
    private final Database database;
    private final People people;

    ListPathways(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** @param asksPassIae whether the organisation asks for the number */
    record Listed(Person person, List<Pathway> pathways, boolean asksPassIae) {}

    /** @throws ProblemException NOT_FOUND for a worker of another organisation */
    Listed apply(OrganisationId organisation, PersonId person) {
        return database.inOrganisation(organisation, handle -> {
            Person found = people.find(handle, organisation, person).orElseThrow(ProblemException::notFound);
            List<PathwayDao.AskedRow> rows =
                    handle.attach(PathwayDao.class).asked(person.value(), organisation.value(), null);
            List<Pathway> pathways = rows.stream()
                    .map(PathwayDao.AskedRow::pathway)
                    .filter(Objects::nonNull)
                    .map(PathwayRow::pathway)
                    .toList();
            return new Listed(found, pathways, rows.get(0).asksPassIae());
        });
    }
}
