package fr.badgesiae.api.person.notice;

import fr.badgesiae.api.person.ListPeople;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PeopleColumn;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the people who have not been given the information sheet, by last name, first name, page by page. */
final class ListUninformed {
    static final int PAGE = 50;

    private static final ListPeople.Filter UNINFORMED = ListPeople.Filter.of("missing", "", "");

    private final Database database;
    private final People people;

    ListUninformed(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /**
     * A page of people.
     *
     * @param next the last of them where others follow, or null
     */
    record Listed(List<Person> people, @Nullable PersonId next) {}

    /** @param after the last person of the page before; null or unknown for the first page */
    Listed apply(OrganisationId organisation, @Nullable PersonId after) {
        return database.inOrganisation(organisation, handle -> {
            PersonId last = after == null
                    ? null
                    : people.find(handle, organisation, after).map(Person::id).orElse(null);
            List<Person> found =
                    people.narrowed(handle, organisation, UNINFORMED, PeopleColumn.BY_NAME, last, PAGE + 1);
            boolean more = found.size() > PAGE;
            List<Person> shown = more ? found.subList(0, PAGE) : found;
            return new Listed(List.copyOf(shown), more ? shown.get(PAGE - 1).id() : null);
        });
    }
}
