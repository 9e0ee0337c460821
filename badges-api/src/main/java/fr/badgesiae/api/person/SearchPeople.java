package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;

/** Searches an organisation's workers by parts of their names. Only the first page of matches is read. */
final class SearchPeople {
    private final Database database;
    private final People people;

    SearchPeople(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** @param words empty for all workers */
    ListPeople.Listed apply(OrganisationId organisation, String words) {
        return database.inOrganisation(
                organisation,
                handle -> ListPeople.Listed.of(
                        people.rows(handle, organisation, words, null, ListPeople.PAGE + 1),
                        people.groups(handle, organisation)));
    }
}
