package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.util.List;

/** Finds the people of an organisation who have these names already. */
public final class FindHomonyms {
    private final Database database;

    FindHomonyms(Database database) {
        this.database = database;
    }

    /** @param created tells people of one name apart */
    public record Homonym(PersonId id, Instant created) {}

    /** The oldest files with these names, ten at most. */
    List<Homonym> apply(OrganisationId organisation, PersonForm names) {
        return database.inOrganisation(
                organisation,
                handle ->
                        handle
                                .attach(PersonDao.class)
                                .named(organisation.value(), names.firstName(), names.lastName())
                                .stream()
                                .map(row -> new Homonym(new PersonId(row.id()), row.createdAt()))
                                .toList());
    }
}
