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
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh, migrated PostgreSQL database for one test class: one server a JVM, one copy of a template each time. With {@code
 * BADGES_TEST_DATABASE_URL} the server is that one; its user must be allowed to create databases and roles.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DatabaseAddress address;
    private final org.apache.tomcat.jdbc.pool.DataSource dataSource;

    private TestDatabase(DatabaseAddress address) {
        this.address = address;
        this.dataSource = ConnectionPool.open(address, 20, new MetricRegistry());
    }

    /** A database of this name's own, with the schema and nothing in it. */
    public static TestDatabase fresh() {
        DatabaseAddress server = Server.SHARED.superuser;
        String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        execute(
                server,
                "CREATE DATABASE " + name + " TEMPLATE " + Server.SHARED.template + " OWNER "
                        + Server.SHARED.owner.user());
        return new TestDatabase(Server.SHARED.owner.onDatabase(name));
    }

    /** A database without any schema, for tests of the migrations. */
    public static DatabaseAddress empty() {
        String name = "empty_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        execute(Server.SHARED.superuser, "CREATE DATABASE " + name + " OWNER " + Server.SHARED.owner.user());
        return Server.SHARED.owner.onDatabase(name);
    }

    /** As the service sees it: role {@code badges_app}, row-level security in force. */
    public Database database() {
        return new Database(ConnectionPool.jdbi(dataSource));
    }

    /** The pool behind {@link #database}. */
    public DataSource source() {
        return dataSource;
    }

    /** As the role that owns the tables: sees every tenant's rows. */
    public Jdbi owner() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password().value());
        return ConnectionPool.jdbi(source);
    }

    /** Where it is, as the owner. */
    public DatabaseAddress address() {
        return address;
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
    private record Server(DatabaseAddress superuser, DatabaseAddress owner, String template) {
        static final Server SHARED = start();

        private static Server start() {
            String given = System.getenv("BADGES_TEST_DATABASE_URL");
            DatabaseAddress superuser;
            DatabaseAddress owner;
            if (given != null && !given.isBlank()) {
                superuser = DatabaseAddress.parse(given, null, null);
                owner = superuser;
            } else {
                EmbeddedDatabase embedded = embedded();
                superuser = embedded.superuser();
                owner = embedded.address();
            }
            String template = "template_" + ProcessHandle.current().pid();
            execute(superuser, "DROP DATABASE IF EXISTS " + template + " WITH (FORCE)");
            execute(superuser, "CREATE DATABASE " + template + " OWNER " + owner.user());
            new Migrations(owner.onDatabase(template)).migrate();
            return new Server(superuser, owner, template);
        }

        private static EmbeddedDatabase embedded() {
            try {
                Path binaries =
                        Files.createDirectories(Path.of("target", "postgresql").toAbsolutePath());
                Path folder = Files.createTempDirectory(binaries, "tests");
                EmbeddedDatabase database = EmbeddedDatabase.start(
                        binaries, folder, Ids.secure().token(), EmbeddedDatabase.Durability.LOST);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, folder)));
                return database;
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
}
