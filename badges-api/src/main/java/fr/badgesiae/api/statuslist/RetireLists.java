package fr.badgesiae.api.statuslist;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Draws no more indexes from the present lists; the next award of each organisation opens another. For a database that was restored:
 * indexes drawn after the copy stand in badges that others have, and an index is never used twice.
 */
public final class RetireLists {
    /**
     * Retires them.
     *
     * @param owner a connection that sees all organisations
     * @return the number of lists
     */
    public int apply(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            return statement.executeUpdate("""
                    UPDATE status_counter SET drawn = status_list.length
                    FROM status_list
                    WHERE status_list.id = status_counter.list_id AND drawn < status_list.length
                    """);
        }
    }
}
