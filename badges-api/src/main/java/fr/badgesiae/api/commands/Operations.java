package fr.badgesiae.api.commands;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What whoever operates the service looks at, on the admin port: whether the database answers, and the metrics. */
public final class Operations {
    private Operations() {}

    public static void install(Environment environment, DataSource source) {
        environment.healthChecks().register("database", new DatabaseAnswers(source));
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(new DropwizardExports(environment.metrics()));
        environment
                .admin()
                .addServlet("prometheus", new PrometheusMetricsServlet(registry))
                .addMapping("/metrics");
    }

    /** One connection and one answer within two seconds. */
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
}
