package fr.badgesiae.api.request;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists the people for whom a member can ask, and the badges. */
public final class ListSuggestable {
    private static final int MOST_PEOPLE = 500;

    private final Platform platform;

    ListSuggestable(Platform platform) {
        this.platform = platform;
    }

    /**
     * A person to choose.
     *
     * @param created when the file was made, where another person has the same name; else null
     */
    public record Choice(PersonId id, String name, @Nullable Instant created) {}

    /**
     * The choices.
     *
     * @param people the first 500 by name
     * @param badges names by id
     */
    public record Found(List<Choice> people, Map<String, String> badges) {}

    public Found apply(Reach reader) {
        UUID id = reader.here();
        return platform.database().inOrganisation(reader.organisation(), handle -> {
            RequestDao dao = handle.attach(RequestDao.class);
            Map<String, String> badges = new LinkedHashMap<>();
            dao.badges(id).forEach(badge -> badges.put(badge.id().toString(), badge.name()));
            return new Found(people(dao.people(id, reader.member(), MOST_PEOPLE)), badges);
        });
    }

    private static List<Choice> people(List<RequestDao.PersonRow> rows) {
        Map<String, Long> names =
                rows.stream().collect(Collectors.groupingBy(ListSuggestable::folded, Collectors.counting()));
        return rows.stream()
                .map(row -> new Choice(
                        new PersonId(row.id()),
                        row.firstName() + " " + row.lastName(),
                        names.getOrDefault(folded(row), 0L) > 1 ? row.createdAt() : null))
                .toList();
    }

    private static String folded(RequestDao.PersonRow row) {
        return (row.firstName() + " " + row.lastName()).toLowerCase(Locale.ROOT);
    }
}
