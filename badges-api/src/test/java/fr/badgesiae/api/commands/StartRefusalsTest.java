package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.CommandLineRun;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import fr.badgesiae.api.platform.db.EmbeddedDatabase;
import fr.badgesiae.api.platform.db.Migrations;
import fr.badgesiae.api.platform.db.TestDatabase;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations refused at start-up, and the advice given for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartRefusalsTest {
    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
    private static final String ADDRESS = "https://badges.example";

    private TestDatabase database;
    private Path parent;
    private Path config;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        database = TestDatabase.fresh();
        parent = folder;
        config = CommandLineRun.filledIn(folder);
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** Complete configuration of a real service on this database. */
    private Map<String, String> complete(DatabaseAddress address) {
        Map<String, String> environment = new HashMap<>();
        environment.put("BADGES_PUBLIC_URL", ADDRESS);
        environment.put("BADGES_MASTER_KEY", KEY);
        environment.put("BADGES_PEPPER", KEY);
        environment.put("DATABASE_URL", address.url());
        environment.put("DATABASE_USER", address.user());
        environment.put("DATABASE_PASSWORD", address.password().value());
        environment.put("BADGES_DATA", parent.resolve("untouched").toString());
        environment.put("BADGES_PORT", "0");
        environment.put("BADGES_ADMIN_PORT", "0");
        return environment;
    }

    private static void refused(CommandLineRun.Ended ended, List<String> words) {
        assertThat(ended.failed()).isTrue();
        assertThat(ended.err()).contains(words).doesNotContain("\tat ").doesNotContain(KEY);
        assertThat(ended.err().strip().lines()).as("one message").hasSizeLessThan(6);
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                arguments("BADGES_MASTER_KEY", "", List.of("BADGES_MASTER_KEY", "openssl rand -base64 32")),
                arguments("BADGES_MASTER_KEY", "dG9vIHNob3J0", List.of("BADGES_MASTER_KEY", "32 random bytes")),
                arguments("BADGES_PEPPER", "", List.of("BADGES_PEPPER", "openssl rand -base64 32")),
                arguments("BADGES_PUBLIC_URL", "", List.of("BADGES_PUBLIC_URL", ADDRESS)),
                arguments("BADGES_PUBLIC_URL", "http://badges.example", List.of("BADGES_PUBLIC_URL", "https")),
                arguments("BADGES_PUBLIC_URL", ADDRESS + "/badges", List.of("BADGES_PUBLIC_URL", "without a path")),
                arguments("BADGES_PUBLIC_URL", ADDRESS + "/", List.of("BADGES_PUBLIC_URL", "without a path")),
                arguments("BADGES_PUBLIC_URL", "https://bad ges", List.of("BADGES_PUBLIC_URL", "without a path")),
                arguments("DATABASE_URL", "", List.of("DATABASE_URL", "database.embedded: true")),
                arguments("DATABASE_URL", "mysql://a:b@c/d", List.of("DATABASE_URL", "postgres://user:password@")),
                arguments("DATABASE_USER", "", List.of("names no user", "DATABASE_USER")),
                arguments(
                        "BADGES_TRUSTED_PROXIES", "localhost", List.of("BADGES_TRUSTED_PROXIES", "and not: localhost")),
                arguments(
                        "BADGES_RGAA_VERSION", "quatre", List.of("BADGES_RGAA_VERSION", "comme 4.1.2", "not: quatre")),
                arguments("BADGES_RGAA_CONFORMITY", "PARTIAL", List.of("BADGES_RGAA_ASSESSED_ON", "has a date")),
                arguments("BADGES_RGAA_ASSESSED_ON", "01/10/2026", List.of("such as 2026-11-02", "not: 01/10/2026")));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void aRealServiceSaysWhatItLacks(String variable, String value, List<String> words) {
        Map<String, String> environment = complete(database.service());
        environment.put(variable, value);

        refused(CommandLineRun.run(config, environment, "server"), words);
    }

    /** Jetty's way to read forwarded headers believes whoever sends them. */
    @Test
    void aRealServiceDoesNotBelieveForwardedHeadersOfAnybody() throws Exception {
        Path believing = parent.resolve("believing.yml");
        Files.writeString(
                believing,
                Files.readString(config)
                        .replaceFirst("(?m)^( +)useServerHeader: false", "$1useForwardedHeaders: true\n$0"));

        refused(
                CommandLineRun.run(believing, complete(database.service()), "server"),
                List.of("useForwardedHeaders", "BADGES_TRUSTED_PROXIES"));
    }

    @Test
    void aRealServiceNeedsItsLegalNotices() {
        refused(
                CommandLineRun.run(CommandLineRun.SHIPPED, complete(database.service()), "server"),
                List.of(
                        "legal pages",
                        "notices:",
                        "<placeholder>",
                        "operatorAddress",
                        "dataProtection",
                        "securityContact"));
    }

    @Test
    void aRealServiceDoesNotStartWhileMigrationsArePending() {
        DatabaseAddress empty = TestDatabase.empty();

        CommandLineRun.Ended ended = CommandLineRun.run(config, complete(TestDatabase.asService(empty)), "server");
        refused(ended, List.of("V001__organisation.sql", "db migrate", "database.migrate: true"));
        assertThat(ended.err())
                .as("first and last only")
                .contains("“db info” lists them")
                .doesNotContain("V002__");
        int tables = Jdbi.create(empty.url(), empty.user(), empty.password().value())
                .withHandle(handle -> handle.select("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(tables).as("tables made by a refused start").isZero();
    }

    static Stream<Arguments> otherInstallations() {
        return Stream.of(
                arguments("https://old.example", false, List.of("https://old.example", ADDRESS, "QR", "BADGES_DATA")),
                arguments(ADDRESS, true, List.of("marked DEMONSTRATION", "empty")));
    }

    @ParameterizedTest
    @MethodSource("otherInstallations")
    void aDatabaseOfAnotherInstallationIsLeftAlone(String address, boolean demonstration, List<String> words) {
        try (TestDatabase other = TestDatabase.fresh()) {
            other.owner()
                    .useHandle(handle -> handle.execute(
                            "INSERT INTO installation (public_url, demonstration, created_at) VALUES (?, ?, now())",
                            address,
                            demonstration));

            for (String command : List.of("server", "create-admin")) {
                refused(CommandLineRun.run(config, complete(other.service()), command), words);
            }
        }
    }

    @Test
    void aDemonstrationRefusesADatabaseElsewhere() {
        Map<String, String> environment = complete(database.service());

        refused(
                CommandLineRun.run(CommandLineRun.SHIPPED, environment, "demo"),
                List.of("Unset DATABASE_URL", "start with: server"));
        assertThat(parent.resolve("untouched")).doesNotExist();
    }

    @Test
    void aDemonstrationLeavesTheFolderOfARealServiceAloneAndNothingRunning() {
        Path folder = parent.resolve("of a real service");
        try (DataFolder data = DataFolder.open(folder);
                EmbeddedDatabase real = EmbeddedDatabase.start(data, Ids.secure())) {
            new Migrations(real.owner()).migrate();
            Jdbi.create(
                            real.owner().url(),
                            real.owner().user(),
                            real.owner().password().value())
                    .useHandle(
                            handle -> handle.execute("INSERT INTO installation (public_url, demonstration, created_at)"
                                    + " VALUES ('https://badges.example', false, now())"));
        }

        CommandLineRun.Ended ended = CommandLineRun.run(
                CommandLineRun.SHIPPED,
                Map.of("BADGES_DATA", folder.toString(), "BADGES_PORT", "0", "BADGES_ADMIN_PORT", "0"),
                "demo");

        refused(ended, List.of("belongs to a real service", "BADGES_DATA"));
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
        DataFolder.open(folder).close();
    }

    /** Its past is told while the server starts, which would report it in words of its own. */
    @Test
    void aDemonstrationWhosePastCannotBeToldSaysWhyAndLeavesNothingRunning() throws Exception {
        Path folder = parent.resolve("demonstration");
        DataFolder.open(folder).close();
        Files.createDirectory(folder.resolve("password-reseau"));

        CommandLineRun.Ended ended = CommandLineRun.run(
                CommandLineRun.SHIPPED,
                Map.of("BADGES_DATA", folder.toString(), "BADGES_PORT", "0", "BADGES_ADMIN_PORT", "0"),
                "demo");

        refused(ended, List.of("password-reseau", "cannot be read or written"));
        assertThat(ended.out()).doesNotContain("Unable to start server");
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
        DataFolder.open(folder).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BADGES_PORT", "BADGES_ADMIN_PORT"})
    void aTakenPortIsNamedWithTheVariableThatChoosesAnother(String variable) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            for (String command : List.of("demo", "server")) {
                Map<String, String> environment = complete(database.service());
                environment.put(variable, port);

                refused(
                        CommandLineRun.run(config, environment, command),
                        List.of("Port " + port, "taken by another program", "example: " + variable + "="));
            }
        }
        assertThat(parent.resolve("untouched")).doesNotExist();
    }

    @Test
    void theShippedFileIsReadAsItStands() throws Exception {
        BadgesConfiguration shipped = CommandLineRun.read(CommandLineRun.SHIPPED, Map.of());

        assertThat(shipped.publicUrl()).isEmpty();
        assertThat(shipped.masterKey()).isEmpty();
        assertThat(shipped.database().url()).isEmpty();
        assertThat(shipped.database().embedded()).isFalse();
        assertThat(shipped.database().migrate()).isFalse();
        assertThat(shipped.dataFolder()).isEqualTo("data");
        HttpConnectorFactory pages = (HttpConnectorFactory) ((DefaultServerFactory) shipped.getServerFactory())
                .getApplicationConnectors()
                .get(0);
        assertThat(pages.getPort()).isEqualTo(8080);
        assertThat(pages.getBindHost()).isEqualTo("127.0.0.1");
        assertThat(CommandLineRun.read(config, complete(database.service()))
                        .notices()
                        .orElseThrow()
                        .missing())
                .isEmpty();
        assertThat(CommandLineRun.run(config, complete(database.service()), "check")
                        .failed())
                .isFalse();
    }

    @Test
    void aKeyWithoutAValueIsAsAbsent() throws Exception {
        Path bare = Files.writeString(parent.resolve("bare.yml"), "publicUrl:\ndataFolder:\nmasterKey:\nnotices:\n");

        BadgesConfiguration read = CommandLineRun.read(bare, Map.of());

        assertThat(read.publicUrl()).isEmpty();
        assertThat(read.dataFolder()).isEqualTo("data");
        assertThat(read.masterKey()).isEmpty();
        assertThat(read.notices()).isEmpty();
    }

    @Test
    void anUnknownKeyIsNamed() throws Exception {
        Path other = Files.writeString(parent.resolve("other.yml"), "publicURL: https://badges.example\n");

        for (String command : List.of("server", "demo", "check", "create-admin")) {
            CommandLineRun.Ended ended = CommandLineRun.run(other, Map.of(), command);

            assertThat(ended.failed()).isTrue();
            assertThat(ended.err()).contains("publicURL", "publicUrl").doesNotContain("\tat ");
        }
    }

    @Test
    void theFirstAdministratorGetsALinkOnceUnlessRecoveryIsAskedFor() {
        try (TestDatabase fresh = TestDatabase.fresh()) {
            Map<String, String> environment = complete(fresh.service());
            CommandLineRun.Ended first =
                    CommandLineRun.run(config, environment, "create-admin", "--network", "Réseau Exemple");
            assertThat(first.err()).isEmpty();
            assertThat(first.out())
                    .containsPattern("(?m)^https://badges\\.example/join/[A-Za-z0-9_-]{43}$")
                    .contains("within the hour", "once", "dans l’heure", "qu’une fois");
            assertThat(lines(fresh, "ADMIN_CREATED")).isEqualTo(1);

            join(fresh);
            refused(CommandLineRun.run(config, environment, "create-admin"), List.of("exists", "--recover"));

            CommandLineRun.Ended recovered = CommandLineRun.run(config, environment, "create-admin", "--recover");
            assertThat(recovered.out()).contains("\n" + ADDRESS + "/join/");
            assertThat(lines(fresh, "ADMIN_RECOVERED")).isEqualTo(1);
            assertThat(lines(fresh, "MEMBER_INVITED")).isEqualTo(2);
        }
    }

    @Test
    void erasuresAreListedAndRepeatedInARestoredCopy() throws Exception {
        try (TestDatabase fresh = TestDatabase.fresh()) {
            Map<String, String> environment = complete(fresh.service());
            fresh.owner().useHandle(handle -> {
                handle.execute(
                        "INSERT INTO holder (id, created_at) VALUES ('00000000-0000-4000-8000-000000000001', now())");
                handle.execute(
                        "INSERT INTO erasure (id, kind, reason, holder_id, created_at)"
                                + " VALUES (gen_random_uuid(), 'SPACE', 'REQUEST', '00000000-0000-4000-8000-000000000001', now())");
            });
            CommandLineRun.Ended listed = CommandLineRun.run(config, environment, "erasures", "list");
            assertThat(listed.out().strip()).isEqualTo("SPACE 00000000-0000-4000-8000-000000000001");
            Path list = Files.writeString(parent.resolve("erasures.txt"), listed.out());

            refused(CommandLineRun.run(config, environment, "erasures", "replay"), List.of("--from"));
            CommandLineRun.Ended repeated =
                    CommandLineRun.run(config, environment, "erasures", "replay", "--from", list.toString());

            assertThat(repeated.out()).contains("repeated: 1");
            assertThat(lines(fresh, "SPACE_ERASED")).isEqualTo(1);
        }
    }

    @Test
    void whatIsDueIsPrintedWithoutNamesAndAStoppedRunIsConfirmedOnce() throws Exception {
        String holder = "00000000-0000-4000-8000-000000000002";
        try (TestDatabase fresh = TestDatabase.fresh()) {
            Map<String, String> environment = complete(fresh.service());
            fresh.owner().useHandle(handle -> {
                handle.execute(
                        "INSERT INTO holder (id, created_at, closing_announced_on)"
                                + " SELECT id, now() - interval '6 years', current_date - 31"
                                + " FROM unnest(ARRAY[?::uuid, gen_random_uuid()]) AS id",
                        holder);
                handle.execute("INSERT INTO closing_run (id, due_on, spaces, living, created_at, replaced_at) VALUES"
                        + " ('00000000-0000-4000-8000-000000000003', current_date, 2, 2, now(), NULL),"
                        + " ('00000000-0000-4000-8000-000000000004', current_date, 1, 2, now(), now())");
            });
            String due =
                    CommandLineRun.run(config, environment, "erasures", "due").out();
            assertThat(due)
                    .contains("ERASE SPACE " + holder)
                    .contains("STOP SPACES 2/2 run 00000000-0000-4000-8000-000000000003")
                    .contains("files: 0", "spaces: 2", "notices: 0", "stops: 1");

            refused(CommandLineRun.run(config, environment, "erasures", "confirm"), List.of("--run"));
            String old = "00000000-0000-4000-8000-000000000004";
            refused(
                    CommandLineRun.run(config, environment, "erasures", "confirm", "--run", old),
                    List.of("replaced by 00000000-0000-4000-8000-000000000003: 2 of 2"));
            String[] confirm = {"erasures", "confirm", "--run", "00000000-0000-4000-8000-000000000003"};
            assertThat(CommandLineRun.run(config, environment, confirm).out()).contains("Confirmed");
            refused(CommandLineRun.run(config, environment, confirm), List.of("--run"));
            assertThat(lines(fresh, "CLOSING_RUN_CONFIRMED")).isEqualTo(1);
        }
    }

    @Test
    void onTheBuiltInDatabaseTheFirstAdministratorNeedsNoOtherCommand() {
        Path folder = parent.resolve("one machine");
        Map<String, String> environment = complete(database.service());
        environment.put("DATABASE_URL", "");
        environment.put("BADGES_DATABASE_EMBEDDED", "true");
        environment.put("BADGES_DATA", folder.toString());

        CommandLineRun.Ended ended = CommandLineRun.run(config, environment, "create-admin");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("\n" + ADDRESS + "/join/");
        assertThat(folder.resolve("postgresql")).isDirectory();
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    private static int lines(TestDatabase fresh, String code) {
        return fresh.owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM audit_event WHERE code = ?", code)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Marks the link as used. */
    private static void join(TestDatabase fresh) {
        fresh.owner().useHandle(handle -> {
            handle.execute("INSERT INTO account (id, login, display_name, password_hash, password_set_at, created_at)"
                    + " VALUES (gen_random_uuid(), 'noa', 'Noa', '-', now(), now())");
            handle.execute("INSERT INTO membership (id, organisation_id, account_id, role, created_at)"
                    + " SELECT gen_random_uuid(), o.id, a.id, 'NETWORK_ADMIN', now() FROM organisation o, account a");
        });
    }
}
