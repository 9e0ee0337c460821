package fr.badgesiae.api.commands.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.db.TestDatabase;
import org.junit.jupiter.api.Test;

class OperationsTest {
    @Test
    void healthSaysWhetherRowLevelSecurityBindsTheService() {
        try (TestDatabase database = TestDatabase.fresh()) {
            HealthCheck.Result two = new Operations.RowLevelSecurity(database.source(), false).execute();
            assertThat(two.isHealthy()).isTrue();
            assertThat(two.getMessage()).isNull();

            HealthCheck.Result single = new Operations.RowLevelSecurity(database.source(), true).execute();
            assertThat(single.isHealthy()).isTrue();
            assertThat(single.getMessage()).contains("database.singleRole", "does not bind");

            HealthCheck.Result owner = new Operations.RowLevelSecurity(database.ownerSource(), false).execute();
            assertThat(owner.isHealthy()).isFalse();
            assertThat(owner.getMessage()).contains("owns tables");
        }
    }
}
