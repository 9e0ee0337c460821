package fr.badgesiae.api.commands;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.db.ServiceRole;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Health checks of the database and metrics, on the admin port. */
public final class Operations {
    private Operations() {}

    public static void install(Environment environment, DataSource source, boolean singleRole) {
        environment.healthChecks().register("database", new DatabaseAnswers(source));
        environment.healthChecks().register("row-level-security", new RowLevelSecurity(source, singleRole));
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(new DropwizardExports(environment.metrics()));
        environment
                .admin()
                .addServlet("prometheus", new PrometheusMetricsServlet(registry))
                .addMapping("/metrics");
    }

    /** The database answers on a connection within two seconds. */
    private static final class DatabaseAnswers extends HealthCheck {
        private final DataSource source;

        private DatabaseAnswers(DataSource source) {
            this.source = source;
        }

        @Override
        protected Result check() throws SQLException {
            try (Connection connection = source.getConnection()) {
                return connection.isValid(2) ? Result.healthy() : Result.unhealthy("the database does not answer");
            }
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
