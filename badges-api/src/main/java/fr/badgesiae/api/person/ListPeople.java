package fr.badgesiae.api.person;

import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.table.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists an organisation's workers in an order, page by page. */
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
    public record Filter(boolean uninformed, Optional<PersonKind> kind, Optional<GroupId> group) {
        static final Filter NONE = new Filter(false, Optional.empty(), Optional.empty());

        /**
         * As in an address: {@code notice=missing}, the word of a kind, the id of a group.
         *
         * @throws IllegalArgumentException when the group is no UUID
         */
        public static Filter of(String notice, String kind, String group) {
            return new Filter(
                    notice.equals("missing"),
                    PersonKind.named(kind),
                    group.isEmpty() ? Optional.empty() : Optional.of(GroupId.fromString(group)));
        }

        /** The same in the words of an address, those that filter nothing left empty. */
        Map<String, String> words() {
            return Map.of(
                    "notice",
                    uninformed ? "missing" : "",
                    "kind",
                    kind.map(PersonKind::word).orElse(""),
                    "group",
                    group.map(GroupId::toString).orElse(""));
        }

        String conditions() {
            return (uninformed ? " AND w.notice_given_on IS NULL" : "")
                    + (kind.isPresent() ? " AND w.kind = :kind" : "")
                    + (group.isEmpty() ? "" : """
                             AND EXISTS (
                                SELECT FROM group_member m
                                WHERE m.worker_id = w.id AND m.organisation_id = w.organisation_id AND m.group_id = :group)\
                            """);
        }

        /** The list in an order as an address, without the page. */
        String path(Sort<PeopleColumn> sort) {
            List<String> words = new ArrayList<>();
            if (uninformed) {
                words.add("notice=missing");
            }
            kind.ifPresent(only -> words.add("kind=" + only.word()));
            group.ifPresent(only -> words.add("group=" + only));
            sort.query(PeopleColumn.BY_NAME).ifPresent(words::add);
            return "/app/workers" + (words.isEmpty() ? "" : "?" + String.join("&", words));
        }
    }

    /**
     * A page of people.
     *
     * @param more whether people follow the last one
     * @param homonyms those who share their names with another of the page
     * @param added when each file was made
     * @param groups to filter by
     */
    public record Listed(
            List<Person> people,
            boolean more,
            Set<PersonId> homonyms,
            Map<PersonId, Instant> added,
            List<GroupName> groups) {
        /** @param found one more than a page shows, where there are more */
        static Listed of(List<PersonRow> found, List<GroupName> groups) {
            Map<String, Long> names =
                    found.stream().collect(Collectors.groupingBy(ListPeople::folded, Collectors.counting()));
            return new Listed(
                    found.stream().limit(PAGE).map(People::read).toList(),
                    found.size() > PAGE,
                    found.stream()
                            .filter(row -> names.getOrDefault(folded(row), 0L) > 1)
                            .map(row -> new PersonId(row.id()))
                            .collect(Collectors.toSet()),
                    found.stream().collect(Collectors.toMap(row -> new PersonId(row.id()), PersonRow::createdAt)),
                    groups);
        }
    }

    private static String folded(PersonRow row) {
        return Person.fullName(row.firstName(), row.lastName()).toLowerCase(Locale.ROOT);
    }

    /** @param after the last person of the page before; null or unknown for the first page */
    Listed apply(OrganisationId organisation, Filter filter, Sort<PeopleColumn> sort, @Nullable PersonId after) {
        return database.inOrganisation(organisation, handle -> {
            PersonId last = after == null
                    ? null
                    : people.find(handle, organisation, after).map(Person::id).orElse(null);
            return Listed.of(
                    people.filtered(handle, organisation, filter, sort, last, PAGE + 1),
                    people.groups(handle, organisation));
        });
    }
}
