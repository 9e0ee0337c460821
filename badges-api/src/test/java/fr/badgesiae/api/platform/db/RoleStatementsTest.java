package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleStatementsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void aGrantIsTakenApartByObject() {
        assertThat(RoleStatements.grants("""
                        -- GRANT ALL ON nothing TO badges_app;
                        CREATE TABLE worker (id uuid);
                        GRANT SELECT, UPDATE (name, kind) ON worker, offer TO badges_app;
                        REVOKE ALL ON FUNCTION one(uuid, integer), two() FROM PUBLIC;
                        GRANT EXECUTE ON FUNCTION one(uuid, integer), -- a comment; with a semicolon
                            two() TO badges_app;
                        REVOKE UPDATE ON worker FROM badges_app;
                        """))
                .containsExactly(
                        "GRANT SELECT, UPDATE (name, kind) ON worker TO badges_app",
                        "GRANT SELECT, UPDATE (name, kind) ON offer TO badges_app",
                        "GRANT EXECUTE ON FUNCTION one(uuid, integer) TO badges_app",
                        "GRANT EXECUTE ON FUNCTION two() TO badges_app",
                        "REVOKE UPDATE ON worker FROM badges_app");
    }

    @Test
    void whatDoesMoreThanGivePrivilegesIsNotLeftOut() {
        assertThat(RoleStatements.concerns("-- why\nGRANT SELECT ON worker TO badges_app"))
                .isTrue();
        assertThat(RoleStatements.concerns("REVOKE ALL ON FUNCTION one() FROM PUBLIC"))
                .isFalse();
        assertThat(RoleStatements.concerns("CREATE POLICY tenant ON worker TO badges_app USING (true)"))
                .isFalse();
        assertThat(RoleStatements.concerns("CREATE TABLE badges_app (id uuid)")).isFalse();
    }

    /** Other statements that name the role would fail with a single role, or be missing after a move to two. */
    @Test
    void everyMigrationNamesTheRoleInGrantsAlone() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                String script = Files.readString(file);
                String rest = script.replaceAll("--[^\n]*", "")
                        .replaceAll("(?m)^(GRANT|REVOKE)\\b[^;]*\\b(TO|FROM)\\s+badges_app\\s*;", "");
                if (file.endsWith("V001__organisation.sql")) {
                    rest = rest.replaceAll("(?s)DO \\$\\$.*?END\\s*\\$\\$;", "");
                }
                assertThat(rest).as(file.toString()).doesNotContain("badges_app");
                assertThat(RoleStatements.grants(script).stream().filter(grant -> !grant.endsWith(" badges_app")))
                        .isEqualTo(List.of());
            }
        }
    }
}
