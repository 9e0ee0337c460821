package fr.badgesiae.api.operations.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a schema consists of, as PostgreSQL's own catalogue has it. */
final class Catalogue {
    /** Migrations write the first; jobs plan themselves anew; whoever was signed in signs in again. */
    private static final String LEFT_OUT = "'flyway_schema_history', 'scheduled_tasks', 'session'";

    private static final String TABLES = """
            SELECT c.relname,
                   array(SELECT a.attname FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                         ORDER BY a.attnum)::text[] AS columns,
                   array(SELECT a.attname FROM pg_index i
                         CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS part (attnum, place)
                         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = part.attnum
                         WHERE i.indrelid = c.oid AND i.indisprimary
                         ORDER BY part.place)::text[] AS key
            FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN (%s)
            ORDER BY c.relname
            """.formatted(LEFT_OUT);

    private static final String REFERENCES = """
            SELECT conrelid::regclass::text AS of, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
            FROM pg_constraint
            WHERE contype = 'f' AND connamespace = 'public'::regnamespace
            ORDER BY 1, 2
            """;

    private static final String SEQUENCES = """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' ORDER BY c.relname
            """;

    private Catalogue() {}

    /** A foreign key: the table that refers, its name and definition, as SQL. */
    record Reference(String table, String name, String definition) {
        String drop() {
            return "ALTER TABLE " + table + " DROP CONSTRAINT " + name;
        }

        String add() {
            return "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " " + definition;
        }
    }

    /** Where a sequence stands. */
    record Position(long value, boolean called) {}

    static List<TableCopy> tables(Connection connection) throws SQLException {
        List<TableCopy> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TABLES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tables.add(new TableCopy(
                        rows.getString("relname"), names(rows.getArray("columns")), names(rows.getArray("key"))));
            }
        }
        return tables;
    }

    static List<Reference> references(Connection connection) throws SQLException {
        List<Reference> references = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(REFERENCES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                references.add(
                        new Reference(rows.getString("of"), rows.getString("name"), rows.getString("definition")));
            }
        }
        return references;
    }

    static Map<String, Position> sequences(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SEQUENCES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        Map<String, Position> sequences = new TreeMap<>();
        for (String name : names) {
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery("SELECT last_value, is_called FROM " + TableCopy.quoted(name))) {
                row.next();
                sequences.put(name, new Position(row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    private static List<String> names(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
