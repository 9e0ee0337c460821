package fr.badgesiae.api.lists;

import fr.badgesiae.api.person.ListPeople;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PeopleColumn;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.table.Sort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a list of people for a file, a page a transaction. */
final class ReadPeople {
    static final int PAGE = 500;

    private final Database database;
    private final People people;

    ReadPeople(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /**
     * A page.
     *
     * @param words of a search, or empty
     * @param filter of the list, where nothing is searched
     * @param sort likewise; what a search finds stands by name
     * @param after the last person of the page before, or null
     * @return {@link #PAGE} of them while others follow
     */
    List<Person> apply(
            OrganisationId organisation,
            String words,
            ListPeople.Filter filter,
            Sort<PeopleColumn> sort,
            @Nullable Person after) {
        return database.inOrganisation(
                organisation,
                handle -> words.isEmpty()
                        ? people.narrowed(handle, organisation, filter, sort, after == null ? null : after.id(), PAGE)
                        : people.page(handle, organisation, words, after, PAGE));
    }
}
