package fr.badgesiae.api.operations.backup;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import fr.badgesiae.api.platform.db.DatabaseLogins;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Restores a backup into an empty database, as the role that owns it: the schema as it was then, all rows in one transaction, then
 * the migrations since. A backup that is refused, cut or changed leaves no row.
 */
public final class RestoreBackup {
    private final Settings settings;
    private final Vault vault;

    /** @param vault with the keys of the backup, which are kept elsewhere */
    public RestoreBackup(Settings settings, Vault vault) {
        this.settings = settings;
        this.vault = vault;
    }

    /**
     * What was restored.
     *
     * @param at the instant of the backup
     * @param program the version that wrote it
     */
    public record Restored(Instant at, String program, int tables, long rows) {}

    /**
     * Restores it. The file is read twice: a damaged one is found before anything is written.
     *
     * @param identities the lines of the file with the key
     * @throws StartRefused for another key, another installation, a database that is not empty or a damaged file
     */
    public Restored apply(DatabaseLogins logins, Path file, List<String> identities) throws SQLException {
        DatabaseAddress owner = logins.owner().orElseThrow();
        try {
            BackupHead head = check(file, identities);
            new RequiredInstallation(settings, vault).require(head);
            requireEmpty(owner);
            requireKnown(head, logins);
            logins.migrations().upTo(head.schema()).migrate();
            BackupEnd end;
            try (BackupReader reader = BackupReader.open(file, identities)) {
                end = fill(owner, reader);
            }
            logins.migrations().migrate();
            analyze(owner);
            return new Restored(head.createdAt(), head.program(), head.tables().size(), end.rows());
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static BackupHead check(Path file, List<String> identities) throws IOException, SQLException {
        try (BackupReader reader = BackupReader.open(file, identities)) {
            reader.read((table, copy) -> BackupReader.count(copy));
            return reader.head();
        }
    }

    private static void requireEmpty(DatabaseAddress owner) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT count(*) FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                        """)) {
            row.next();
            if (row.getInt(1) > 0) {
                throw new StartRefused(
                        "Cette base n’est pas vide. Une restauration n’écrase rien : donnez une base neuve, ou un dossier de données neuf (BADGES_DATA).",
                        "This database is not empty. A restore overwrites nothing: give a new database, or a new data folder"
                                + " (BADGES_DATA).");
            }
        }
    }

    private static void requireKnown(BackupHead head, DatabaseLogins logins) {
        if (!logins.migrations().versions().contains(head.schema())) {
            throw new StartRefused(
                    "Cette sauvegarde vient d’une version plus récente (" + head.program()
                            + ") : restaurez-la avec cette version.",
                    "This backup comes from a newer version (" + head.program() + "): restore it with that version.");
        }
    }

    private static BackupEnd fill(DatabaseAddress owner, BackupReader reader) throws IOException, SQLException {
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            try {
                List<Catalogue.Reference> references = Catalogue.references(connection);
                for (Catalogue.Reference reference : references) {
                    execute(connection, reference.drop());
                }
                List<TableCopy> tables = Catalogue.tables(connection);
                triggers(connection, tables, "DISABLE");
                // Migrations write rows of their own.
                execute(
                        connection,
                        "TRUNCATE "
                                + tables.stream()
                                        .map(table -> TableCopy.quoted(table.name()))
                                        .collect(Collectors.joining(", ")));
                CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
                BackupEnd end = reader.read((table, copy) -> copies.copyIn(table.in(), copy));
                place(connection, end.sequences());
                triggers(connection, tables, "ENABLE");
                for (Catalogue.Reference reference : references) {
                    execute(connection, reference.add());
                }
                connection.commit();
                return end;
            } finally {
                connection.rollback();
            }
        }
    }

    private static void triggers(Connection connection, List<TableCopy> tables, String state) throws SQLException {
        for (TableCopy table : tables) {
            execute(connection, "ALTER TABLE " + TableCopy.quoted(table.name()) + " " + state + " TRIGGER USER");
        }
    }

    private static void place(Connection connection, Map<String, Catalogue.Position> sequences) throws SQLException {
        for (Map.Entry<String, Catalogue.Position> sequence : sequences.entrySet()) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
                statement.setString(1, TableCopy.quoted(sequence.getKey()));
                statement.setLong(2, sequence.getValue().value());
                statement.setBoolean(3, sequence.getValue().called());
                statement.execute();
            }
        }
    }

    /** Plans of the first hours would be those of an empty database. */
    private static void analyze(DatabaseAddress owner) throws SQLException {
        try (Connection connection = owner.connect()) {
            execute(connection, "ANALYZE");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static StartRefused damaged(IOException e) {
        return new StartRefused(
                "Cette sauvegarde est abîmée ou coupée, rien n’en est restauré. Prenez la précédente. ("
                        + e.getMessage() + ")",
                "This backup is damaged or cut, nothing of it is restored. Take the one before. (" + e.getMessage()
                        + ")",
                e);
    }
}
