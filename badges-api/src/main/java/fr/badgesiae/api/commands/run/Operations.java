package fr.badgesiae.api.commands.run;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.OutOfMemory;
import fr.badgesiae.api.platform.db.ServiceRole;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Health checks of the database and metrics, on the admin port. */
public final class Operations {
    private static final String OUT_OF_RESOURCES = "53";

    /** Sorts 300 kB in 64 kB of memory; leaves nothing behind. */
    private static final String ROOM_ON_DISK = """
            SELECT current_setting('transaction_read_only')::boolean AS read_only, count(DISTINCT line)
            FROM (SELECT repeat('x', 1000) || n AS line FROM generate_series(1, 300) AS n) AS lines
            """;

    private Operations() {}

    public static void install(Environment environment, DataSource source, boolean singleRole) {
        environment.healthChecks().register("database", new DatabaseAnswers(source));
        environment.healthChecks().register("row-level-security", new RowLevelSecurity(source, singleRole));
        environment.healthChecks().register("out-of-memory", OutOfMemory.healthCheck());
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(new DropwizardExports(environment.metrics()));
        environment
                .admin()
                .addServlet("prometheus", new PrometheusMetricsServlet(registry))
                .addMapping("/metrics");
    }

    /** The database answers within two seconds, and it can write: a full disk still reads. */
    static final class DatabaseAnswers extends HealthCheck {
        private final DataSource source;

        DatabaseAnswers(DataSource source) {
            this.source = source;
        }

        @Override
        protected Result check() throws SQLException {
            try (Connection connection = source.getConnection()) {
                if (!connection.isValid(2)) {
                    return Result.unhealthy("the database does not answer");
                }
                return writes(connection)
                        ? Result.healthy()
                        : Result.unhealthy("the database does not write. Its disk may be full");
            }
        }
    }

    /** Whether rows can be added: a server in recovery reads only, and a sort larger than its memory needs room on the disk. */
    private static boolean writes(Connection connection) throws SQLException {
        boolean committing = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL work_mem = '64kB'");
            try (ResultSet row = statement.executeQuery(ROOM_ON_DISK)) {
                return row.next() && !row.getBoolean("read_only");
            }
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith(OUT_OF_RESOURCES)) {
                return false;
            }
            throw e;
        } finally {
            connection.rollback();
            connection.setAutoCommit(committing);
        }
    }

    /** Row-level security binds the service's role, unless {@code database.singleRole} says otherwise. */
    static final class RowLevelSecurity extends HealthCheck {
        private final DataSource source;
        private final boolean singleRole;

        RowLevelSecurity(DataSource source, boolean singleRole) {
            this.source = source;
            this.singleRole = singleRole;
        }

        @Override
        protected Result check() throws SQLException {
            if (singleRole) {
                return Result.healthy(
                        "does not bind the service: database.singleRole (BADGES_DATABASE_SINGLE_ROLE) is true."
                                + " Each query's own filter alone keeps organisations apart");
            }
            try (Connection connection = source.getConnection()) {
                List<ServiceRole.WayOut> found = ServiceRole.waysOut(connection);
                return found.isEmpty()
                        ? Result.healthy()
                        : Result.unhealthy("does not bind the service's role: it "
                                + found.stream()
                                        .map(ServiceRole.WayOut::english)
                                        .collect(Collectors.joining(", ")));
            }
        }
    }
}
