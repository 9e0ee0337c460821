package fr.badgesiae.api.person.team;

import fr.badgesiae.api.platform.Ids;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a reader of a form with ticks changed. What others changed since the form was made is not in it.
 *
 * @param ticked what was not so when the form was made
 * @param cleared what was so
 */
record Ticks(Set<UUID> ticked, Set<UUID> cleared) {
    private static final int MOST = 500;

    static Ticks of(MultivaluedMap<String, String> form) {
        Set<UUID> was = ids(form, "was");
        Set<UUID> now = ids(form, "chosen");
        return new Ticks(without(now, was), without(was, now));
    }

    static List<AssignTeams.Assignment> pairs(Set<UUID> ids, Function<UUID, AssignTeams.Assignment> pair) {
        return ids.stream().map(pair).toList();
    }

    private static Set<UUID> ids(MultivaluedMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of()).stream()
                .limit(MOST)
                .map(Ids::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UUID> without(Set<UUID> from, Set<UUID> gone) {
        return from.stream().filter(id -> !gone.contains(id)).collect(Collectors.toUnmodifiableSet());
    }
}
