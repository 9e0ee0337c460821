package fr.badgesiae.api;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Copies rows of a tenant, for tests of long lists. Columns are read from the catalogue, so that a new column needs no change
 * here.
 */
final class RowCopies {
    private final Handle handle;
    private final int times;

    RowCopies(Handle handle, int times) {
        this.handle = handle;
        this.times = times;
    }

    /**
     * Copies the row with this id.
     *
     * @param changes differences as SQL over {@code n}, the number of the copy: column, expression, column, …
     */
    void of(String table, UUID id, String... changes) {
        of(table, "id", id, changes);
    }

    /** Copies the row selected by another column. */
    void of(String table, String key, UUID value, String... changes) {
        List<String> columns =
                handle.createQuery("""
                        SELECT column_name FROM information_schema.columns
                        WHERE table_schema = 'public' AND table_name = :table AND is_generated = 'NEVER'
                        """).bind("table", table).mapTo(String.class).list();
        String values = columns.stream().map(column -> changed(column, changes)).collect(Collectors.joining(", "));
        handle.createUpdate("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + values + " FROM "
                        + table + " t, generate_series(1, :times) n WHERE t." + key + " = :value")
                .bind("times", times)
                .bind("value", value)
                .execute();
    }

    /** Iterates over the copies of a table whose ids were made from this word. */
    void each(String table, String word, BiConsumer<Handle, UUID> act) {
        handle.createQuery("SELECT id FROM " + table + " WHERE id IN (SELECT " + id(word)
                        + " FROM generate_series(1, :times) n)")
                .bind("times", times)
                .mapTo(UUID.class)
                .list()
                .forEach(copy -> act.accept(handle, copy));
    }

    private static String changed(String column, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i].equals(column)) {
                return changes[i + 1];
            }
        }
        return "t." + column;
    }

    /** An id shared by the copies of several tables: the same for the same word and number. */
    static String id(String word) {
        return "md5('" + word + "' || n)::uuid";
    }

    /** 32 bytes, different for each word and number. */
    static String hash(String word) {
        return "sha256(convert_to('" + word + "' || n, 'UTF8'))";
    }
}
