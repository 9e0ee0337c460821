package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.PersonKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person in a group, or one who could be.
 *
 * @param created when the file was made, where another person of the page has the same name; else null
 * @param site where they are now, or null
 */
public record Member(
        PersonId id,
        String name,
        PersonKind kind,
        @Nullable Instant created,
        @Nullable String site) {
    static final int PAGE = 50;

    /**
     * A page of them.
     *
     * @param next the last one of this page, when another page follows
     */
    public record Page(List<Member> people, Optional<PersonId> next) {
        /** @param rows one more than a page shows, where there are more */
        static Page of(List<MemberDao.MemberRow> rows) {
            List<Member> people = read(rows).stream().limit(PAGE).toList();
            return new Page(
                    people,
                    rows.size() > PAGE ? Optional.of(people.get(PAGE - 1).id()) : Optional.empty());
        }
    }

    static List<Member> read(List<MemberDao.MemberRow> rows) {
        Map<String, Long> names = rows.stream().collect(Collectors.groupingBy(Member::folded, Collectors.counting()));
        return rows.stream()
                .map(row -> new Member(
                        new PersonId(row.id()),
                        Person.fullName(row.firstName(), row.lastName()),
                        row.kind(),
                        names.getOrDefault(folded(row), 0L) > 1 ? row.createdAt() : null,
                        row.site()))
                .toList();
    }

    private static String folded(MemberDao.MemberRow row) {
        return Person.fullName(row.firstName(), row.lastName()).toLowerCase(Locale.ROOT);
    }
}
