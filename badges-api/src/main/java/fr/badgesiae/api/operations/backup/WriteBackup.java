package fr.badgesiae.api.operations.backup;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes a backup of the whole database, as the role that owns it: all tables in one snapshot, in bounded memory, beside a
 * service that goes on.
 */
public final class WriteBackup {
    /** A session without them could write times and numbers in another form. */
    private static final List<String> SETTINGS = List.of(
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
            // A role that row-level security binds would read a part of the rows: this makes it an error.
            "SET LOCAL row_security = off",
            "SET LOCAL datestyle = 'ISO, YMD'",
            "SET LOCAL intervalstyle = 'postgres'",
            "SET LOCAL timezone = 'UTC'",
            "SET LOCAL extra_float_digits = 1",
            "SET LOCAL statement_timeout = 0",
            "SET LOCAL search_path = public");

    private static final String BOUND = "42501";

    private final Settings settings;
    private final Vault vault;
    private final String program;

    /** @param program the version that is running */
    public WriteBackup(Settings settings, Vault vault, String program) {
        this.settings = settings;
        this.vault = vault;
        this.program = program;
    }

    /**
     * What was written.
     *
     * @param at the instant of the snapshot
     */
    public record Written(Instant at, int tables, long rows) {}

    /**
     * Writes it.
     *
     * @param owner of the tables
     * @param target which stays open
     * @param recipients {@code age1…}
     * @throws StartRefused when the role may not read everything
     */
    public Written apply(DatabaseAddress owner, OutputStream target, List<String> recipients)
            throws IOException, SQLException {
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
            }
            OutputStream encrypted = AgeEncryption.encrypt(new Unclosed(target), recipients);
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(encrypted, 1 << 16))) {
                return write(connection, zip);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            if (BOUND.equals(e.getSQLState())) {
                throw notOwner(owner, e);
            }
            throw e;
        }
    }

    private Written write(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        List<TableCopy> tables = Catalogue.tables(connection);
        BackupHead head = head(connection, tables);
        json(zip, BackupHead.ENTRY, head);
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        Map<String, BackupEnd.Content> contents = new TreeMap<>();
        for (TableCopy table : tables) {
            zip.putNextEntry(new ZipEntry(table.entry()));
            MessageDigest digest = sha256();
            DigestOutputStream counted = new DigestOutputStream(zip, digest);
            long rows = copies.copyOut(table.out(), counted);
            zip.closeEntry();
            contents.put(
                    table.name(), new BackupEnd.Content(rows, HexFormat.of().formatHex(digest.digest())));
        }
        BackupEnd end = new BackupEnd(contents, Catalogue.sequences(connection));
        json(zip, BackupEnd.ENTRY, end);
        return new Written(head.createdAt(), tables.size(), end.rows());
    }

    private BackupHead head(Connection connection, List<TableCopy> tables) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT now() AS at, current_setting('server_version') AS server,
                               (SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL
                                ORDER BY installed_rank DESC LIMIT 1) AS schema
                        """)) {
            row.next();
            return new BackupHead(
                    BackupHead.FORMAT,
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    program,
                    settings.publicUrl().toString(),
                    settings.demonstration(),
                    row.getString("schema"),
                    row.getString("server"),
                    vault.fingerprints(),
                    vault.pepperFingerprint(),
                    tables);
        }
    }

    private static void json(ZipOutputStream zip, String entry, Object value) throws IOException {
        zip.putNextEntry(new ZipEntry(entry));
        BackupJson.MAPPER.writeValue(zip, value);
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    private static StartRefused notOwner(DatabaseAddress role, SQLException e) {
        return new StartRefused(
                "Le rôle " + role.user()
                        + " ne lit qu’une partie des lignes : une sauvegarde serait incomplète. Donnez dans DATABASE_OWNER_URL le rôle qui possède les tables.",
                "The role " + role.user() + " reads a part of the rows only: a backup would be incomplete. Set"
                        + " DATABASE_OWNER_URL to the role that owns the tables.",
                e);
    }

    /** The archive closes its stream, which would end the file before it is on the disk. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
