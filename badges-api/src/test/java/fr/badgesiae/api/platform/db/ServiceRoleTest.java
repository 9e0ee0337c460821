package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service's role cannot leave row-level security, and a role that could is refused at start-up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceRoleTest {
    private static final UUID OURS = UUID.randomUUID();
    private static final UUID STRANGER = UUID.randomUUID();
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private TestDatabase database;

    @BeforeAll
    void open() {
        database = TestDatabase.fresh();
        database.owner().useHandle(handle -> {
            for (UUID id : new UUID[] {OURS, STRANGER}) {
                handle.execute(
                        "INSERT INTO organisation (id, kind, legal_name, public_name, created_at, updated_at)"
                                + " VALUES (?, 'NETWORK', 'Réseau', 'Réseau', now(), now())",
                        id);
            }
        });
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** Works for one organisation, tries a statement, and counts the visible rows of the other. */
    private long strangersRowsAfter(String statement) throws SQLException {
        try (Connection connection = database.service().connect();
                Statement session = connection.createStatement()) {
            session.execute("SELECT set_config('app.organisation', '" + OURS + "', false)");
            session.execute(statement.replace("{owner}", database.address().user()));
            try (ResultSet rows =
                    session.executeQuery("SELECT count(*) FROM organisation WHERE id = '" + STRANGER + "'")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RESET ROLE",
                "SET ROLE NONE",
                "RESET SESSION AUTHORIZATION",
                "SET SESSION AUTHORIZATION DEFAULT",
                "RESET ALL; SELECT set_config('app.organisation', '', false)",
                "DISCARD ALL"
            })
    void whatItMayDoShowsNothingOfAnother(String statement) throws SQLException {
        assertThat(strangersRowsAfter(statement)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET ROLE {owner}",
                "SET SESSION AUTHORIZATION {owner}",
                "SET row_security = off",
                "GRANT {owner} TO CURRENT_USER",
                "ALTER ROLE CURRENT_USER BYPASSRLS",
                "ALTER TABLE organisation DISABLE ROW LEVEL SECURITY",
                "ALTER TABLE organisation OWNER TO CURRENT_USER",
                "CREATE POLICY everything ON organisation USING (true)",
                "DROP POLICY reader ON organisation",
                "ALTER FUNCTION app_organisation() RENAME TO gone",
                "CREATE OR REPLACE FUNCTION app_organisation() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
                "CREATE TABLE copied AS SELECT * FROM organisation",
                "TRUNCATE organisation CASCADE",
                "DELETE FROM flyway_schema_history",
                "COPY organisation TO '/tmp/rows'"
            })
    void whatWouldShowMoreIsRefused(String statement) {
        assertThatThrownBy(() -> strangersRowsAfter(statement))
                .isInstanceOf(SQLException.class)
                .extracting(refused -> ((SQLException) refused).getSQLState())
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void theOwnerSeesAllAndIsRefusedToServe() throws SQLException {
        try (Connection connection = database.address().connect()) {
            assertThat(ServiceRole.waysOut(connection)).containsExactly(ServiceRole.WayOut.OWNER);
        }
        assertThatThrownBy(() -> ServiceRole.require(database.address()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(
                        "ne retient pas le rôle " + database.address().user())
                .hasMessageContaining(
                        "does not bind the role " + database.address().user())
                .hasMessageContaining("DATABASE_OWNER_URL")
                .hasMessageContaining("database.singleRole: true");
        assertThatCode(() -> ServiceRole.require(database.service())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "SUPERUSER, is superuser",
        "BYPASSRLS, has BYPASSRLS",
        "IN ROLE {owner}, may take the role",
        "IN ROLE pg_read_server_files, server's files",
        "IN ROLE through, has BYPASSRLS"
    })
    void aRoleThatCouldLeaveIsRefused(String attribute, String words) throws SQLException {
        try (OverprivilegedRoles roles = new OverprivilegedRoles(database)) {
            DatabaseAddress role = roles.create(attribute);
            assertThatThrownBy(() -> ServiceRole.require(role))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(words);
        }
    }

    /** Since PostgreSQL 16, CREATEROLE gives no membership of the owner. */
    @Test
    void createroleIsRefusedWhereItMakesAMemberOfAnybody() throws SQLException {
        try (OverprivilegedRoles roles = new OverprivilegedRoles(database);
                Connection connection =
                        roles.create("CREATEROLE IN ROLE badges_app").connect()) {
            boolean anybody = connection.getMetaData().getDatabaseMajorVersion() < 16;
            assertThat(ServiceRole.waysOut(connection).contains(ServiceRole.WayOut.CREATEROLE))
                    .isEqualTo(anybody);
        }
    }

    @Test
    void aRoleWithoutPrivilegesReadsWhichOnesItLacks() throws SQLException {
        try (OverprivilegedRoles roles = new OverprivilegedRoles(database)) {
            DatabaseAddress stranger = roles.create("");
            assertThatThrownBy(() -> ServiceRole.require(stranger))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("GRANT badges_app TO \"" + stranger.user() + "\"");
            BareServer.runOn(TestDatabase.superuser(), "GRANT badges_app TO " + stranger.user());
            assertThatCode(() -> ServiceRole.require(stranger)).doesNotThrowAnyException();
        }
    }
}
