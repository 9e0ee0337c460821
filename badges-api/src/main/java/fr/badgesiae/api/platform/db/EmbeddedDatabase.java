package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Secret;
import fr.badgesiae.api.platform.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The built-in PostgreSQL for an installation on one machine: durable data, loopback only, random passwords for each data
 * folder. One role owns and migrates the database; the service logs in as another, which owns nothing.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "badges";

    private final PostgresServer server;
    private final DatabaseAddress superuser;
    private final Passwords passwords;
    private @Nullable Supervisor supervisor;

    private EmbeddedDatabase(PostgresServer server, DatabaseAddress superuser, Passwords passwords) {
        this.server = server;
        this.superuser = superuser;
        this.passwords = passwords;
    }

    /**
     * From now on, starts the server again whenever it ends by itself: on the same port and as durable as before.
     *
     * @param started called after each such start; connections of before are broken
     */
    public synchronized void supervise(Runnable started) {
        int port = URI.create(superuser.url().substring("jdbc:".length())).getPort();
        supervisor = new Supervisor(server::runs, () -> server.restart(port, Durability.KEPT), started);
        supervisor.watch();
    }

    /**
     * Starts the server. First stops one that a killed service left running on the same folder.
     *
     * @param folder locked by this process, see {@link DataFolder#open}
     * @throws StartRefused when it does not start, or its settings do not guarantee durability
     */
    public static EmbeddedDatabase start(DataFolder folder, Ids ids) {
        Passwords passwords = new Passwords(
                folder.secret("database-password", ids::token),
                folder.secret("database-owner-password", ids::token),
                folder.secret("database-service-password", ids::token));
        return start(folder.path(), folder.path(), passwords, Durability.KEPT);
    }

    static EmbeddedDatabase start(Path binaries, Path folder, Passwords passwords, Durability durability) {
        try {
            PostgresServer server = new PostgresServer(PostgresBinaries.unpack(binaries), folder);
            int port = server.start(passwords.superuser(), durability);
            DatabaseAddress superuser = new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    SUPERUSER,
                    new Secret<>(passwords.superuser()));
            EmbeddedDatabase database = new EmbeddedDatabase(server, superuser, passwords);
            database.prepare(durability);
            LOG.info("The embedded PostgreSQL runs on loopback port {}", port);
            return database;
        } catch (IOException | SQLException e) {
            throw new StartRefused(
                    "Le PostgreSQL intégré dans " + folder + " ne démarre pas : " + e.getMessage()
                            + ". Ce qu’il en dit est dans " + folder.resolve(PostgresServer.LOG_FILE) + ".",
                    "The embedded PostgreSQL in " + folder + " does not start: " + e.getMessage()
                            + ". Its own words are in " + folder.resolve(PostgresServer.LOG_FILE) + ".",
                    e);
        }
    }

    /**
     * The logins of the server that a service runs on a folder: for a backup beside it.
     *
     * @throws StartRefused when it does not run
     */
    public static DatabaseLogins running(Path folder) {
        try {
            int port = PostgresServer.portOf(folder).orElseThrow(() -> new IOException("no postmaster.pid"));
            DatabaseAddress address = new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + OWNER,
                    OWNER,
                    new Secret<>(DataFolder.secretOf(folder, "database-owner-password")));
            return new DatabaseLogins(
                    Optional.of(address),
                    address.as(RoleStatements.ROLE, DataFolder.secretOf(folder, "database-service-password")),
                    false);
        } catch (IOException e) {
            throw new StartRefused(
                    "Un service tourne sur " + folder
                            + ", mais sa base ne répond pas encore. Réessayez dans une minute.",
                    "A service runs on " + folder + ", but its database does not answer yet. Try again in a minute.",
                    e);
        }
    }

    /** The service's database, with the role that owns its tables. */
    public DatabaseAddress owner() {
        return superuser.as(OWNER, passwords.owner()).onDatabase(OWNER);
    }

    /** The same database, with the role of the service. */
    public DatabaseAddress service() {
        return superuser.as(RoleStatements.ROLE, passwords.service()).onDatabase(OWNER);
    }

    public DatabaseLogins logins() {
        return new DatabaseLogins(Optional.of(owner()), service(), false);
    }

    DatabaseAddress superuser() {
        return superuser;
    }

    private void prepare(Durability durability) throws SQLException {
        try (Connection connection = connect(superuser);
                Statement statement = connection.createStatement()) {
            if (durability == Durability.KEPT) {
                requireOn(statement, "fsync");
                requireOn(statement, "synchronous_commit");
                requireOn(statement, "full_page_writes");
            }
            prepareLogin(statement, OWNER, passwords.owner());
            prepareLogin(statement, RoleStatements.ROLE, passwords.service());
            createDatabase(statement);
        }
    }

    /** Runs at each start: a folder of an earlier version has one role, with the superuser's password and CREATEROLE. */
    private static void prepareLogin(Statement statement, String role, String password) throws SQLException {
        if (none(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role);
        }
        statement.execute("ALTER ROLE " + role + " LOGIN NOCREATEROLE PASSWORD '" + password + "'");
    }

    private static void createDatabase(Statement statement) throws SQLException {
        if (none(statement, "SELECT 1 FROM pg_database WHERE datname = '" + OWNER + "'")) {
            statement.execute("CREATE DATABASE " + OWNER + " OWNER " + OWNER);
        }
    }

    /** Drops the service's database and creates it again, empty. */
    public void startOver() {
        try (Connection connection = connect(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + OWNER + " WITH (FORCE)");
            createDatabase(statement);
        } catch (SQLException e) {
            throw new StartRefused(
                    "Le PostgreSQL intégré ne repart pas de zéro : " + e.getMessage(),
                    "The embedded PostgreSQL does not start over: " + e.getMessage(),
                    e);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                address.url(), address.user(), address.password().value());
    }

    private void requireOn(Statement statement, String setting) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            if (!rows.next() || !"on".equals(rows.getString(1))) {
                close();
                throw new StartRefused(
                        "Le PostgreSQL intégré a " + setting
                                + " désactivé : une coupure de courant perdrait des badges. Retirez ce réglage de sa configuration.",
                        "The embedded PostgreSQL has " + setting
                                + " switched off: a power cut would lose badges. Remove that setting from its configuration.");
            }
        }
    }

    private static boolean none(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /** Stops the server cleanly. Committed data stays. */
    @Override
    public synchronized void close() {
        if (supervisor != null) {
            supervisor.close();
        }
        server.stop();
    }

    /** One password for each role, generated for one folder and stored there with mode 0600. */
    record Passwords(String superuser, String owner, String service) {
        static Passwords random(Ids ids) {
            return new Passwords(ids.token(), ids.token(), ids.token());
        }
    }

    /** Whether committed data survives a power cut. */
    enum Durability {
        KEPT("on"),
        /** For tests. */
        LOST("off");

        final String setting;

        Durability(String setting) {
            this.setting = setting;
        }
    }
}
