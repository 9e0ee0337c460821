package fr.badgesiae.api.platform.todo;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Rights;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** Counts the work that waits at a desk: one statement, whatever the number of features. */
public final class WorkList {
    private static final Comparator<Todo> ORDER =
            Comparator.comparing(Todo::urgency).thenComparingInt(Todo::position);

    private final Supplier<List<Todo>> todos;

    /** @param todos of all features; read at each request, since pages are built before the last feature */
    public WorkList(Supplier<List<Todo>> todos) {
        this.todos = todos;
    }

    /**
     * A line with its count.
     *
     * @param count above zero
     */
    public record Line(Todo todo, long count) {}

    /** The lines that these rights let somebody see and whose count is not zero, most urgent first; in the organisation's transaction. */
    public List<Line> read(
            Handle handle, OrganisationId organisation, AccountId member, FrenchZone zone, Rights rights, Instant now) {
        List<Todo> seen = todos.get().stream()
                .filter(todo -> rights.may(todo.permission()))
                .sorted(ORDER)
                .toList();
        if (seen.isEmpty()) {
            return List.of();
        }
        List<Long> counts = counts(handle, seen, organisation, member, zone, now);
        return IntStream.range(0, seen.size())
                .filter(i -> counts.get(i) > 0)
                .mapToObj(i -> new Line(seen.get(i), counts.get(i)))
                .toList();
    }

    private static List<Long> counts(
            Handle handle,
            List<Todo> todos,
            OrganisationId organisation,
            AccountId member,
            FrenchZone zone,
            Instant now) {
        LocalDate today = zone.day(now);
        String columns = todos.stream().map(todo -> "(" + todo.count() + ")").collect(Collectors.joining(", "));
        return handle.createQuery("SELECT " + columns)
                // Which of them the lines use depends on the rights.
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("organisation", organisation.value())
                .bind("member", member.value())
                // Typed values: an Instant would reach the database as a text of no type.
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("today", today)
                .bind("midnight", today.atStartOfDay(zone.zone()).toOffsetDateTime())
                .map((row, context) -> {
                    List<Long> counts = new ArrayList<>();
                    for (int column = 1; column <= todos.size(); column++) {
                        counts.add(row.getLong(column));
                    }
                    return counts;
                })
                .one();
    }
}
