package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.CommandLineRun;
import fr.badgesiae.api.platform.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Console messages at start-up: all missing settings at once, one sentence for each problem, and the final address. */
class StartWordsTest {
    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void fillIn() throws IOException {
        config = CommandLineRun.filledIn(folder);
    }

    /** Nothing listens on port 1. */
    private Map<String, String> nowhere() {
        Map<String, String> environment = new HashMap<>();
        environment.put("BADGES_PUBLIC_URL", "https://badges.example");
        environment.put("BADGES_MASTER_KEY", KEY);
        environment.put("BADGES_PEPPER", KEY);
        environment.put("DATABASE_URL", "postgres://badges:hidden@127.0.0.1:1/badges?sslpassword=hidden");
        environment.put("DATABASE_OWNER_URL", "postgres://owner:hidden@127.0.0.1:1/badges");
        environment.put("BADGES_PORT", "0");
        environment.put("BADGES_ADMIN_PORT", "0");
        return environment;
    }

    @Test
    void everythingThatARealServiceLacksIsSaidAtOnce() {
        CommandLineRun.Ended ended = CommandLineRun.run(CommandLineRun.SHIPPED, Map.of(), "server");

        assertThat(ended.failed()).isTrue();
        assertThat(ended.err())
                .contains("BADGES_PUBLIC_URL", "BADGES_MASTER_KEY", "BADGES_PEPPER", "DATABASE_URL", "operatorAddress")
                .contains("Avant de démarrer", "Before it can start")
                .doesNotContain("\tat ");
        assertThat(CommandLineRun.run(CommandLineRun.SHIPPED, Map.of(), "create-admin")
                        .err())
                .contains("BADGES_PUBLIC_URL", "BADGES_MASTER_KEY", "BADGES_PEPPER", "DATABASE_URL");
    }

    @Test
    void checkSaysThatTheFileCanBeReadAndWhatIsStillLacking() {
        CommandLineRun.Ended shipped = CommandLineRun.run(CommandLineRun.SHIPPED, Map.of(), "check");
        assertThat(shipped.failed()).isTrue();
        assertThat(shipped.out()).contains("can be read", "would not start yet");
        assertThat(shipped.err()).contains("BADGES_PEPPER").doesNotContain("\tat ");

        CommandLineRun.Ended complete = CommandLineRun.run(config, nowhere(), "check");
        assertThat(complete.failed()).isFalse();
        assertThat(complete.out())
                .contains("finds in it all that it needs")
                .doesNotContain("not start")
                .doesNotContain(KEY)
                .doesNotContain("hidden");
    }

    @Test
    void aSecurityContactThatIsNoAddressIsNotSaidToBeMissing() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.yml"),
                Files.readString(config).replaceAll("(?m)^  securityContact: .*$", "  securityContact: call us"));

        CommandLineRun.Ended ended = CommandLineRun.run(other, nowhere(), "server");

        assertThat(ended.failed()).isTrue();
        assertThat(ended.err())
                .contains("notices.securityContact must be an e-mail address", "and not: call us")
                .doesNotContain("Missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db info", "db migrate", "create-admin"})
    void aDatabaseThatDoesNotAnswerIsSaidInOneSentence(String command) {
        CommandLineRun.Ended ended = CommandLineRun.run(config, nowhere(), command.split(" "));

        assertThat(ended.failed()).isTrue();
        assertThat(ended.err().strip().lines()).hasSize(2);
        assertThat(ended.err())
                .contains("The database 127.0.0.1:1/badges does not answer")
                .doesNotContain("hidden");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void aFolderThatIsServedIsSaidBeforeItsPortWithTheAddress() throws Exception {
        Path data = folder.resolve("data");
        try (DataFolder taken = DataFolder.open(data);
                ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            taken.servedAt(URI.create("http://localhost:8080"));
            Map<String, String> environment = nowhere();
            environment.put("BADGES_DATA", data.toString());
            environment.put("BADGES_PORT", Integer.toString(port.getLocalPort()));
            environment.remove("DATABASE_URL");
            environment.put("BADGES_DATABASE_EMBEDDED", "true");
            for (String command : List.of("demo", "server")) {
                assertThat(CommandLineRun.run(config, environment, command).err())
                        .contains("already running on the data folder " + data + " (http://localhost:8080)")
                        .doesNotContain("Port");
            }
        }
    }

    /** Its badges name the address with the port: its data folder cannot be used under another one. */
    @Test
    void aDemonstrationOnAnotherPortIsGivenAnotherDataFolder() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = nowhere();
            environment.put("BADGES_DATA", folder.resolve("data").toString());
            environment.put("BADGES_PORT", Integer.toString(taken.getLocalPort()));

            assertThat(CommandLineRun.run(config, environment, "demo").err())
                    .contains("example: BADGES_PORT=8090 BADGES_DATA=data-8090");
            assertThat(CommandLineRun.run(config, environment, "server").err())
                    .contains("example: BADGES_PORT=8090")
                    .doesNotContain("BADGES_DATA");
        }
    }

    @Test
    void onePortIsNotGivenTwice() {
        Map<String, String> environment = nowhere();
        environment.put("BADGES_PORT", "18099");
        environment.put("BADGES_ADMIN_PORT", "18099");

        CommandLineRun.Ended ended = CommandLineRun.run(config, environment, "server");

        assertThat(ended.failed()).isTrue();
        assertThat(ended.err())
                .contains("both", "18099", "BADGES_ADMIN_PORT=")
                .doesNotContain("\tat ")
                .doesNotContain(KEY);
        assertThat(ended.err().strip().lines()).as("one message").hasSizeLessThan(6);
    }

    @Test
    void whatAnEarlierServiceWroteDownIsForgottenWithItsLock() throws IOException {
        Path data = folder.resolve("data");
        try (DataFolder first = DataFolder.open(data)) {
            first.servedAt(URI.create("http://localhost:8080"));
        }
        try (DataFolder second = DataFolder.open(data)) {
            assertThat(second.resolve("service.lock")).isEmptyFile();
        }
    }

    @Test
    void aRealServiceSaysWhereItAnswers() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            StartupConsole.serving(
                    URI.create("https://badges.example"),
                    URI.create("http://127.0.0.1:8080"),
                    URI.create("http://127.0.0.1:8081"));
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("répond pour https://badges.example sur http://127.0.0.1:8080")
                .contains("answers for https://badges.example at http://127.0.0.1:8080")
                .contains("http://127.0.0.1:8081");
    }
}
