package fr.badgesiae.api.journal;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;

/** Finds people by parts of their names, to read their lines of the journal. */
final class FindForJournal {
    static final int MOST = 20;

    private final Database database;
    private final People people;

    FindForJournal(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** @return one more than {@link #MOST} when there are too many */
    List<Person> apply(OrganisationId organisation, String words) {
        return database.inOrganisation(
                organisation, handle -> people.page(handle, organisation, words, null, MOST + 1));
    }
}
