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
            assertThat(role).isEqualTo(fresh.service().user());
            int owned = fresh.database()
                    .inPublic(handle ->
                            handle.createQuery("""
                                    SELECT count(*) FROM pg_class
                                    WHERE relowner IN (current_user::regrole, 'badges_app'::regrole)
                                    """).mapTo(Integer.class).one());
            assertThat(owned).isZero();
            boolean granted = fresh.database()
                    .inPublic(handle -> handle.createQuery("SELECT pg_has_role(current_user, 'badges_app', 'USAGE')")
                            .mapTo(Boolean.class)
                            .one());
            assertThat(granted).isTrue();
        }
    }

    @Test
    void theServiceReadsWhatIsAppliedAndMigratesNothing() {
        try (TestDatabase fresh = TestDatabase.fresh()) {
            Migrations seen = new Migrations(fresh.service());
            seen.requireNonePending();
            assertThat(seen.describe()).allMatch(line -> line.endsWith("Success"));
        }
        DatabaseAddress empty = TestDatabase.empty();
        assertThatThrownBy(new Migrations(TestDatabase.asService(empty))::migrate)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DATABASE_OWNER_URL")
                .hasMessageNotContaining("Flyway");
    }
}
