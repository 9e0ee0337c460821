package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.BareServer;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setting up a database with two roles, or with the single role of a host. */
class DatabaseRolesTest {
    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    @TempDir
    private Path folder;

    private BareServer server;
    private Path config;

    @BeforeEach
    void open() throws Exception {
        server = BareServer.start();
        config = CommandLineRun.filledIn(folder);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private String at(String user, String password, String database) {
        return "postgres://" + user + ":" + password + "@127.0.0.1:" + port() + "/" + database;
    }

    private int port() {
        return URI.create(server.superuser().url().substring("jdbc:".length())).getPort();
    }

    private static Map<String, String> with(String... variables) {
        Map<String, String> environment = new HashMap<>(
                Map.of("BADGES_PUBLIC_URL", "https://badges.example", "BADGES_MASTER_KEY", KEY, "BADGES_PEPPER", KEY));
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return environment;
    }

    private void succeeds(Map<String, String> environment, String... command) {
        CommandLineRun.Ended ended = CommandLineRun.run(config, environment, command);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.failed()).isFalse();
    }

    private void refused(Map<String, String> environment, String command, String... words) {
        CommandLineRun.Ended ended = CommandLineRun.run(config, environment, command.split(" "));
        assertThat(ended.failed()).isTrue();
        assertThat(ended.err()).contains(words).doesNotContain("\tat ").doesNotContain("-password");
    }

    private List<String> roles() {
        DatabaseAddress superuser = server.superuser();
        return Jdbi.create(
                        superuser.url(), superuser.user(), superuser.password().value())
                .withHandle(
                        handle -> handle.select("SELECT rolname FROM pg_roles WHERE rolname LIKE 'badges%' ORDER BY 1")
                                .mapTo(String.class)
                                .list());
    }

    /** README gives the statements and addresses; only the port is that of this server. */
    @Test
    void theLinesOfReadmeMakeADatabaseToServeFrom() throws Exception {
        String readme = Files.readString(Path.of("../README.md")).replace("localhost:5432", "127.0.0.1:" + port());
        Matcher sql = Pattern.compile("(?s)```sql\n(.*?)```").matcher(readme);
        assertThat(sql.find()).isTrue();
        server.run(sql.group(1).split("(?<=;)\n"));
        Map<String, String> environment = with();
        Pattern.compile("(?m)(DATABASE\\w*_URL)=(\\S+)")
                .matcher(readme)
                .results()
                .filter(found -> found.group(2).startsWith("postgres://"))
                .forEach((MatchResult found) -> environment.put(found.group(1), found.group(2)));
        assertThat(environment).containsKeys("DATABASE_URL", "DATABASE_OWNER_URL");

        succeeds(environment, "db", "migrate");

        environment.remove("DATABASE_OWNER_URL");
        succeeds(environment, "db", "info");
        succeeds(environment, "create-admin");
        assertThat(roles()).containsExactly("badges_app", "badges_owner");
    }

    @Test
    void aMigrationWithoutChangesSaysThatItGrantedPrivileges() throws SQLException {
        server.run(
                "CREATE ROLE badges_owner LOGIN PASSWORD 'one-password'",
                "CREATE ROLE badges_app LOGIN PASSWORD 'another-password'",
                "CREATE DATABASE badges OWNER badges_owner");
        Map<String, String> environment = with("DATABASE_OWNER_URL", at("badges_owner", "one-password", "badges"));
        succeeds(environment, "db", "migrate");

        assertThat(CommandLineRun.run(config, environment, "db", "migrate").out())
                .contains("made to the database: 0", "privileges of the role badges_app, granted");
    }

    @Test
    void theOwnerIsRefusedToServeAndTheServiceToMigrate() throws SQLException {
        server.run("CREATE ROLE one LOGIN CREATEROLE PASSWORD 'one-password'", "CREATE DATABASE badges OWNER one");
        Map<String, String> owner = with("DATABASE_OWNER_URL", at("one", "one-password", "badges"));
        succeeds(owner, "db", "migrate");
        Map<String, String> asBefore = with("DATABASE_URL", at("one", "one-password", "badges"));

        refused(asBefore, "db migrate", "DATABASE_OWNER_URL", "database.singleRole: true");
        for (String command : List.of("server", "create-admin")) {
            refused(asBefore, command, "Row-level security does not bind the role one", "ALTER ROLE", "badges_app");
        }

        server.run("ALTER ROLE badges_app LOGIN PASSWORD 'another-password'");
        succeeds(with("DATABASE_URL", at("badges_app", "another-password", "badges")), "create-admin");
    }

    @Test
    void aMigrationAtTheStartNeedsTheOwnersAddressToo() throws SQLException {
        server.run(
                "CREATE ROLE badges_owner LOGIN PASSWORD 'one-password'",
                "CREATE ROLE badges_app LOGIN PASSWORD 'another-password'",
                "CREATE DATABASE badges OWNER badges_owner");
        Map<String, String> environment =
                with("DATABASE_URL", at("badges_app", "another-password", "badges"), "BADGES_DATABASE_MIGRATE", "true");
        refused(environment, "create-admin", "DATABASE_OWNER_URL");

        environment.put("DATABASE_OWNER_URL", "mysql://badges_owner:one-password@127.0.0.1/badges");
        refused(environment, "create-admin", "DATABASE_OWNER_URL is not understood");

        environment.put("DATABASE_OWNER_URL", at("badges_owner", "one-password", "badges"));
        succeeds(environment, "create-admin");
    }

    @Test
    void aHostThatGivesOneRoleIsEnough() throws SQLException {
        server.run("CREATE ROLE one LOGIN PASSWORD 'one-password'", "CREATE DATABASE hosted OWNER one");
        Map<String, String> environment = with("DATABASE_URL", at("one", "one-password", "hosted"));
        refused(
                with("DATABASE_OWNER_URL", at("one", "one-password", "hosted")),
                "db migrate",
                "badges_app is missing, and one may not create it",
                "database.singleRole: true");

        environment.put("BADGES_DATABASE_SINGLE_ROLE", "true");
        succeeds(environment, "db", "migrate");
        succeeds(environment, "create-admin");

        assertThat(roles()).isEmpty();
        environment.put("DATABASE_OWNER_URL", at("one", "one-password", "hosted"));
        for (String command : List.of("db migrate", "server", "create-admin")) {
            refused(environment, command, "contradict each other");
        }
    }
}
