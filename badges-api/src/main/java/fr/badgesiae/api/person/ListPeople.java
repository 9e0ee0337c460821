package fr.badgesiae.api.person;

import fr.badgesiae.api.person.kind.PersonKind;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lists an organisation's workers by last name, first name, page by page. */
public final class ListPeople {
    static final int PAGE = 50;

    private final Database database;
    private final People people;

    ListPeople(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /**
     * What a list shows; everybody when empty.
     *
     * @param uninformed only those who have not been given the information sheet
     */
    public record Filter(boolean uninformed, Optional<PersonKind> kind) {
        static final Filter NONE = new Filter(false, Optional.empty());

        String conditions() {
            return (uninformed ? " AND w.notice_given_on IS NULL" : "") + (kind.isPresent() ? " AND w.kind = :kind" : "");
        }

        /** The list as an address, without the page. */
        String path() {
            List<String> words = new ArrayList<>();
            if (uninformed) {
                words.add("notice=missing");
            }
            kind.ifPresent(only -> words.add("kind=" + only.word()));
            return "/app/workers" + (words.isEmpty() ? "" : "?" + String.join("&", words));
        }
    }

    /**
     * A page of workers.
     *
     * @param more whether workers follow the last one
     * @param homonyms when the files of those were made who share their names with another
     */
    public record Listed(List<Person> people, boolean more, Map<PersonId, Instant> homonyms) {
        /** @param found one more than a page shows, where there are more */
        static Listed of(Handle handle, OrganisationId organisation, People people, List<Person> found) {
            return new Listed(
                    List.copyOf(found.subList(0, Math.min(PAGE, found.size()))),
                    found.size() > PAGE,
                    people.homonyms(handle, organisation, found));
        }
    }

    /**
     * @param after the last worker of the page before; null or unknown for the first page
     */
    Listed apply(OrganisationId organisation, Filter filter, @Nullable PersonId after) {
        return database.inOrganisation(organisation, handle -> {
            Person last = after == null
                    ? null
                    : people.find(handle, organisation, after).orElse(null);
            List<Person> found = people.filtered(handle, organisation, filter, last, PAGE + 1);
            return Listed.of(handle, organisation, people, found);
        });
    }
}
