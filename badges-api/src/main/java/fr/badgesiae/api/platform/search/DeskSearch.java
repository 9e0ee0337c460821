package fr.badgesiae.api.platform.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Asks all features for what a member may find: one statement, whatever their number. */
public final class DeskSearch {
    /** Most rows of a part; the others are in its list. */
    public static final int MOST = 8;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<List<SearchPart>> parts;

    /** @param parts of all features; read at each request, since pages are built before the last feature */
    public DeskSearch(Supplier<List<SearchPart>> parts) {
        this.parts = parts;
    }

    /**
     * A row.
     *
     * @param detail the key of a message, or null
     */
    public record Row(String path, String name, @Nullable String detail) {}

    /** @param more whether there are more than these rows */
    public record Found(SearchPart part, List<Row> rows, boolean more) {}

    /**
     * The parts with rows, in their order; in the organisation's transaction.
     *
     * @param lookup the keyed hash of a code that the words are, or null
     */
    public List<Found> read(
            Handle handle, OrganisationId organisation, Rights rights, String words, byte @Nullable [] lookup) {
        List<SearchPart> open = parts.get().stream()
                .filter(part -> rights.may(part.permission()))
                .sorted(Comparator.comparingInt(SearchPart::position))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        String columns =
                open.stream().map(part -> "CAST((" + part.sql() + ") AS text)").collect(Collectors.joining(", "));
        List<@Nullable String> arrays = handle.createQuery("SELECT " + columns)
                // Not every part needs every value.
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("organisation", organisation.value())
                .bind("words", words)
                .bind("lookup", lookup)
                .bind("most", MOST + 1)
                .map((row, context) -> IntStream.rangeClosed(1, open.size())
                        .mapToObj(column -> text(row, column))
                        .collect(Collectors.<@Nullable String>toList()))
                .one();
        return IntStream.range(0, open.size())
                .mapToObj(i -> found(open.get(i), arrays.get(i)))
                .filter(found -> !found.rows().isEmpty())
                .toList();
    }

    private static @Nullable String text(ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException("a column could not be read", e);
        }
    }

    private static Found found(SearchPart part, @Nullable String stored) {
        JsonNode rows = read(stored == null ? "[]" : stored);
        List<Row> first = StreamSupport.stream(rows.spliterator(), false)
                .limit(MOST)
                .map(row -> new Row(
                        part.path().replace("{id}", row.path("id").asText()),
                        row.path("name").asText(),
                        part.details() == null
                                ? null
                                : part.details() + row.path("detail").asText()))
                .toList();
        return new Found(part, first, rows.size() > MOST);
    }

    private static JsonNode read(String stored) {
        try {
            return JSON.readTree(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database answered no JSON", impossible);
        }
    }
}
