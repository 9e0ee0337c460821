package fr.badgesiae.api.account.leaving;

import fr.badgesiae.api.platform.todo.OpenWork;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** The open work of a member, of all features: one statement counts it, one for each kind moves it. */
final class Handover {
    private final Supplier<List<OpenWork>> kinds;

    /** @param kinds of all features; read at each request, since pages are built before the last feature */
    Handover(Supplier<List<OpenWork>> kinds) {
        this.kinds = kinds;
    }

    /** A kind of work with its count, above zero. */
    record Line(OpenWork work, long count) {}

    /** What waits for a member. */
    List<Line> of(Handle handle, UUID organisation, UUID member, Instant now) {
        List<OpenWork> all = kinds.get();
        if (all.isEmpty()) {
            return List.of();
        }
        String columns = all.stream().map(work -> "(" + work.count() + ")").collect(Collectors.joining(", "));
        List<Long> counts = handle.createQuery("SELECT " + columns)
                .bind("organisation", organisation)
                .bind("member", member)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, context) -> {
                    List<Long> found = new ArrayList<>();
                    for (int column = 1; column <= all.size(); column++) {
                        found.add(row.getLong(column));
                    }
                    return found;
                })
                .one();
        return IntStream.range(0, all.size())
                .filter(i -> counts.get(i) > 0)
                .mapToObj(i -> new Line(all.get(i), counts.get(i)))
                .toList();
    }

    /** Gives it to another member. */
    void move(Handle handle, UUID organisation, UUID member, UUID taker, Instant now) {
        kinds.get()
                .forEach(work -> handle.createUpdate(work.move())
                        .bind("organisation", organisation)
                        .bind("member", member)
                        .bind("taker", taker)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute());
    }
}
