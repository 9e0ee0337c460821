package fr.badgesiae.api.platform.db;

import com.codahale.metrics.MetricRegistry;
import fr.badgesiae.api.platform.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh, migrated PostgreSQL database for one test class: one server a JVM, one copy of a template each time. One role owns
 * it, the service logs in as another. {@code BADGES_TEST_DATABASE_URL} names another server; its user must be a superuser.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DatabaseAddress address;
    private final org.apache.tomcat.jdbc.pool.DataSource dataSource;

    private TestDatabase(DatabaseAddress address) {
        this.address = address;
        this.dataSource = ConnectionPool.open(service(), 20, new MetricRegistry());
    }

    /** A separate database of this name, with the schema and no rows. */
    public static TestDatabase fresh() {
        DatabaseAddress server = Server.SHARED.superuser;
        String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        execute(
                server,
                "CREATE DATABASE " + name + " TEMPLATE " + Server.SHARED.template + " OWNER "
                        + Server.SHARED.owner.user());
        return new TestDatabase(Server.SHARED.owner.onDatabase(name));
    }

    /** A database without a schema, for tests of the migrations. */
    public static DatabaseAddress empty() {
        String name = "empty_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        execute(Server.SHARED.superuser, "CREATE DATABASE " + name + " OWNER " + Server.SHARED.owner.user());
        return Server.SHARED.owner.onDatabase(name);
    }

    /** With the service's role: owns nothing, row-level security in force. */
    public Database database() {
        return new Database(ConnectionPool.jdbi(dataSource));
    }

    /** The connection pool of {@link #database}. */
    public DataSource source() {
        return dataSource;
    }

    /** With the owner's role: sees the rows of every tenant. */
    public Jdbi owner() {
        return ConnectionPool.jdbi(ownerSource());
    }

    /** Connections with the owner's role. */
    public DataSource ownerSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password().value());
        return source;
    }

    /** Its address with the owner's role. */
    public DatabaseAddress address() {
        return address;
    }

    /** Its address with the service's role. */
    public DatabaseAddress service() {
        return asService(address);
    }

    /** The server's superuser, who creates roles. */
    public static DatabaseAddress superuser() {
        return Server.SHARED.superuser;
    }

    /** A database of this server, with the service's role. */
    public static DatabaseAddress asService(DatabaseAddress database) {
        DatabaseAddress service = Server.SHARED.service;
        return database.as(service.user(), service.password().value());
    }

    @Override
    public void close() {
        dataSource.close(true);
        String name = address.url().replaceFirst(".*/([^?]*).*", "$1");
        execute(Server.SHARED.superuser, "DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static void execute(DatabaseAddress address, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        address.url(), address.user(), address.password().value());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started by the first test that needs it, stopped when the JVM ends. */
    private record Server(DatabaseAddress superuser, DatabaseAddress owner, DatabaseAddress service, String template) {
        static final Server SHARED = start();

        private static Server start() {
            String given = System.getenv("BADGES_TEST_DATABASE_URL");
            String template = "template_" + ProcessHandle.current().pid();
            Server server = given == null || given.isBlank()
                    ? embedded(template)
                    : elsewhere(DatabaseAddress.parse(given, null, null), template);
            execute(server.superuser, "DROP DATABASE IF EXISTS " + template + " WITH (FORCE)");
            execute(server.superuser, "CREATE DATABASE " + template + " OWNER " + server.owner.user());
            new Migrations(server.owner.onDatabase(template)).migrate();
            return server;
        }

        /** Two roles for this JVM; the service's role is a member of {@code badges_app}. */
        private static Server elsewhere(DatabaseAddress superuser, String template) {
            String password = Ids.secure().token();
            DatabaseAddress owner =
                    superuser.as("test_owner_" + ProcessHandle.current().pid(), password);
            DatabaseAddress service =
                    superuser.as("test_service_" + ProcessHandle.current().pid(), password);
            execute(superuser, """
                    DO $$ BEGIN CREATE ROLE badges_app; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
                    """);
            execute(superuser, "CREATE ROLE " + owner.user() + " LOGIN PASSWORD '" + password + "'");
            execute(
                    superuser,
                    "CREATE ROLE " + service.user() + " LOGIN PASSWORD '" + password + "' IN ROLE badges_app");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                for (String database : databasesOf(superuser, owner)) {
                    execute(superuser, "DROP DATABASE " + database + " WITH (FORCE)");
                }
                execute(superuser, "DROP ROLE " + service.user());
                execute(superuser, "DROP ROLE " + owner.user());
            }));
            return new Server(superuser, owner, service, template);
        }

        private static List<String> databasesOf(DatabaseAddress superuser, DatabaseAddress owner) {
            return Jdbi.create(
                            superuser.url(),
                            superuser.user(),
                            superuser.password().value())
                    .withHandle(handle -> handle.select(
                                    "SELECT datname FROM pg_database WHERE pg_get_userbyid(datdba) = ?", owner.user())
                            .mapTo(String.class)
                            .list());
        }

        private static Server embedded(String template) {
            try {
                Path folder = Files.createTempDirectory(binaries(), "tests");
                EmbeddedDatabase database = EmbeddedDatabase.start(
                        binaries(),
                        folder,
                        EmbeddedDatabase.Passwords.random(Ids.secure()),
                        EmbeddedDatabase.Durability.LOST);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, folder)));
                return new Server(database.superuser(), database.owner(), database.service(), template);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop(EmbeddedDatabase database, Path folder) {
            database.close();
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Folder for the unpacked programs of the built-in server. */
    static Path binaries() throws IOException {
        return Files.createDirectories(Path.of("target", "postgresql").toAbsolutePath());
    }
}
