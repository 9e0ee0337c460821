package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.StartRefused;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void anEmptyDatabaseIsRefusedUntilItIsMigrated() {
        Migrations migrations = new Migrations(TestDatabase.empty());
        assertThatThrownBy(migrations::requireNonePending)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("V001__organisation.sql")
                .hasMessageContaining("db migrate");

        assertThat(migrations.migrate()).isPositive();
        migrations.requireNonePending();
        assertThat(migrations.migrate()).isZero();
        assertThat(migrations.describe()).isNotEmpty().allMatch(line -> line.endsWith("Success"));
    }

    @Test
    void theServiceActsAsARoleThatOwnsNothing() {
        try (TestDatabase fresh = TestDatabase.fresh()) {
            String role = fresh.database()
                    .inPublic(handle -> handle.createQuery("SELECT current_user")
                            .mapTo(String.class)
                            .one());
            assertThat(role).isEqualTo("badges_app");
            int owned = fresh.database()
                    .inPublic(handle -> handle.createQuery(
                                    "SELECT count(*) FROM pg_class WHERE relowner = 'badges_app'::regrole")
                            .mapTo(Integer.class)
                            .one());
            assertThat(owned).isZero();
        }
    }
}
