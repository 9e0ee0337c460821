package fr.badgesiae.api.platform.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Real PostgreSQL for tests: one server a JVM, and for each caller a fresh database copied from a migrated template. With
 * {@code BADGES_TEST_DATABASE_URL} (a JDBC address whose user may create databases and roles) that server is used instead.
 */
public final class TestDatabase implements AutoCloseable {
    private static final String TEMPLATE =
            "badges_template_" + ProcessHandle.current().pid();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final PGSimpleDataSource ownerSource;
    private final org.apache.tomcat.jdbc.pool.DataSource appSource;

    private TestDatabase(String name) {
        this.name = name;
        this.ownerSource = Server.INSTANCE.source(name);
        PoolProperties pool = new PoolProperties();
        pool.setDataSource(ownerSource);
        pool.setInitSQL("SET ROLE badges_app");
        pool.setMaxActive(8);
        pool.setInitialSize(0);
        pool.setMinIdle(0);
        this.appSource = new org.apache.tomcat.jdbc.pool.DataSource(pool);
    }

    /** A migrated, empty database of one's own. */
    public static TestDatabase fresh() {
        String name = TEMPLATE + "_" + COUNT.incrementAndGet();
        Server.INSTANCE.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, TEMPLATE));
        return new TestDatabase(name);
    }

    /** As the service sees it: role badges_app, row-level security on. */
    public Database database() {
        return new Database(jdbi(appSource));
    }

    /** The service's own connections, for what takes a pool. */
    public DataSource source() {
        return appSource;
    }

    /** As the owner of the tables sees it: everything. */
    public Jdbi owner() {
        return jdbi(ownerSource);
    }

    @Override
    public void close() {
        appSource.close(true);
        Server.INSTANCE.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
    }

    private static Jdbi jdbi(DataSource source) {
        return Jdbi.create(source).installPlugin(new PostgresPlugin()).installPlugin(new SqlObjectPlugin());
    }

    /** The one server of this JVM, with its template. */
    private static final class Server {
        static final Server INSTANCE = new Server();

        private final String external = System.getenv("BADGES_TEST_DATABASE_URL");
        private final EmbeddedPostgres embedded;

        private Server() {
            try {
                embedded = external == null
                        ? EmbeddedPostgres.builder()
                                .setLocaleConfig("locale", "C")
                                .start()
                        : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            execute("CREATE DATABASE " + TEMPLATE);
            Flyway.configure()
                    .dataSource(source(TEMPLATE))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }

        PGSimpleDataSource source(String database) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(external == null ? embedded.getJdbcUrl("postgres", "postgres") : external);
            source.setDatabaseName(database);
            return source;
        }

        void execute(String sql) {

            try (var connection = source("postgres").getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
