package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.StartRefused;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host with one role without CREATEROLE, and a later move to two roles. */
class SingleRoleTest {
    private static final String PRIVILEGES = """
            SELECT c.relname || ' ' || a.privilege_type FROM pg_class c, aclexplode(c.relacl) a
            WHERE a.grantee = 'badges_app'::regrole AND c.relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT p.oid::regprocedure || ' ' || a.privilege_type FROM pg_proc p, aclexplode(p.proacl) a
            WHERE a.grantee = 'badges_app'::regrole AND p.pronamespace = 'public'::regnamespace
            UNION ALL
            SELECT n.nspname || ' ' || a.privilege_type FROM pg_namespace n, aclexplode(n.nspacl) a
            WHERE a.grantee = 'badges_app'::regrole
            ORDER BY 1
            """;

    private DatabaseAddress only;

    @BeforeEach
    void create() throws SQLException {
        String name = "single_" + ProcessHandle.current().pid();
        String password = Ids.secure().token();
        BareServer.runOn(
                TestDatabase.superuser(),
                "CREATE ROLE " + name + " LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB PASSWORD '" + password + "'");
        only = TestDatabase.superuser().as(name, password).onDatabase(name);
    }

    @AfterEach
    void drop() throws SQLException {
        BareServer.runOn(
                TestDatabase.superuser(),
                "DROP DATABASE IF EXISTS " + only.user() + " WITH (FORCE)",
                "DROP ROLE " + only.user());
    }

    /** Provided by the host: a database, or a schema in another owner's database. */
    private void given(String what) throws SQLException {
        if (what.equals("database")) {
            BareServer.runOn(TestDatabase.superuser(), "CREATE DATABASE " + only.user() + " OWNER " + only.user());
        } else {
            BareServer.runOn(TestDatabase.superuser(), "CREATE DATABASE " + only.user());
            BareServer.runOn(
                    TestDatabase.superuser().onDatabase(only.user()), "ALTER SCHEMA public OWNER TO " + only.user());
        }
    }

    private static List<String> privileges(DatabaseAddress address) {
        return Jdbi.create(address.url(), address.user(), address.password().value())
                .withHandle(handle ->
                        handle.createQuery(PRIVILEGES).mapTo(String.class).list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "schema"})
    void theSameMigrationsRunWithoutAnotherRole(String what) throws SQLException {
        given(what);
        Migrations migrations = DatabaseLogins.single(only).migrations();

        assertThat(migrations.migrate()).isPositive();

        migrations.requireNonePending();
        assertThat(privileges(only)).isEmpty();
        assertThatCode(DatabaseLogins.single(only)::requireBound).doesNotThrowAnyException();
        // The migration files are those of two roles, and so are their checksums.
        assertThatCode(new Migrations(only)::requireNonePending).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "schema"})
    void aMoveToTwoRolesGivesWhatTheMigrationsGive(String what) throws SQLException {
        given(what);
        DatabaseLogins.single(only).migrations().migrate();
        DatabaseAddress service = TestDatabase.asService(only);
        assertThatThrownBy(() -> ServiceRole.require(service))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("db migrate");

        assertThat(new Migrations(only).migrate()).isZero();

        assertThatCode(() -> ServiceRole.require(service)).doesNotThrowAnyException();
        try (TestDatabase two = TestDatabase.fresh()) {
            assertThat(privileges(only)).isEqualTo(privileges(two.address())).hasSizeGreaterThan(50);
        }
    }

    /** Grants that run again must not restore a right that a later migration revoked. */
    @Test
    void theGrantsThatRunAgainAreThoseOfTheMigrationsAlone() throws SQLException {
        given("database");
        Flyway.configure()
                .dataSource(only.url(), only.user(), only.password().value())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        List<String> alone = new ArrayList<>(privileges(only));

        assertThat(new Migrations(only).migrate()).isZero();

        alone.add("flyway_schema_history SELECT");
        assertThat(privileges(only)).containsExactlyInAnyOrderElementsOf(alone);
    }
}
