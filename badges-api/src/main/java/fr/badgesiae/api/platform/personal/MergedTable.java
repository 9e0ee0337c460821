package fr.badgesiae.api.platform.personal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the rows of one table that refer to a person when two files of theirs are merged. A test compares the tables
 * with the FOREIGN KEYs to {@code worker}.
 *
 * @param counted the word of the rows in the preview of a merge, or null where it does not name them
 * @param statements updates that leave no row of {@code :person} in {@code :organisation}; they may use {@code :kept}, the file that
 *     stays, and {@code :now}
 */
public record MergedTable(String table, @Nullable String counted, List<String> statements) {
    public MergedTable {
        statements = List.copyOf(statements);
        if (statements.stream().anyMatch(sql -> !sql.contains(":organisation"))) {
            throw new IllegalArgumentException("rows of every organisation: " + table);
        }
    }

    /** All rows move. */
    public static MergedTable moved(String table, @Nullable String counted) {
        String move = "UPDATE " + table
                + " SET worker_id = :kept WHERE worker_id = :person AND organisation_id = :organisation";
        return new MergedTable(table, counted, List.of(move));
    }

    /** In the caller's transaction, which has locked both files. */
    public void merge(Handle handle, DeskFile file, UUID kept, Instant now) {
        for (String sql : statements) {
            handle.createUpdate(sql)
                    // Not every statement needs every value.
                    .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                    .bind("organisation", file.organisation().value())
                    .bind("person", file.person())
                    .bind("kept", kept)
                    .bind("now", now)
                    .execute();
        }
    }
}
