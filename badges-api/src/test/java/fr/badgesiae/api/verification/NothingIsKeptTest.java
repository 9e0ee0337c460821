package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.badgesiae.api.TestServer;
import fr.badgesiae.schemas.samples.Samples;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A submitted badge leaves no readable trace on disk, in the database or in the logs. The page of the answer is kept sealed. */
class NothingIsKeptTest {
    /** Appears in the badge and nowhere else. */
    private static final String MARK = "empreinte-a7c41f";

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @Test
    void aBadgeThatWasBroughtIsNowhereAfterwards() throws Exception {
        // Above the size that libraries keep in memory by default.
        String badge = Samples.named("valid-did-key.json")
                .text()
                .replaceFirst("\\{", "{\"" + MARK + "\":\"" + MARK.repeat(20_000) + "\",");
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("fr.badgesiae");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        try (TestServer server = TestServer.start()) {
            root.addAppender(log);
            // As in the shipped configuration, with debug lines of our own code.
            root.setLevel(Level.INFO);
            ours.setLevel(Level.TRACE);
            Set<Path> before = files();
            try (TemporaryFileWatch files = TemporaryFileWatch.watch(TEMPORARY)) {
                send(server, "/verify", "multipart/form-data; boundary=" + VerifyForm.BOUNDARY, form(badge));
                send(
                        server,
                        "/api/v1/verifications",
                        "multipart/form-data; boundary=" + VerifyForm.BOUNDARY,
                        form(badge));
                send(server, "/api/v1/verifications", "application/json", badge.getBytes(StandardCharsets.UTF_8));
                assertThat(files.created()).as("temporary files made meanwhile").isEmpty();
            }
            assertThat(newFilesWithMark(before)).isEmpty();
            assertThat(tablesWithMark(server)).isEmpty();
            ours.info("the end of the watch");
        } finally {
            root.setLevel(Level.WARN);
            ours.setLevel(null);
            root.detachAppender(log);
        }
        assertThat(List.copyOf(log.list))
                .noneMatch(event -> event.getFormattedMessage().contains(MARK));
    }

    private static byte[] form(String badge) {
        return VerifyForm.of(badge.getBytes(StandardCharsets.UTF_8), "");
    }

    private static void send(TestServer server, String path, String type, byte[] body) throws Exception {
        HttpResponse<String> answer = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(
                        HttpRequest.newBuilder(server.origin().resolve(path))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(TEMPORARY)) {
            return files.collect(Collectors.toSet());
        }
    }

    private static List<Path> newFilesWithMark(Set<Path> before) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEMPORARY)) {
            for (Path file : files.filter(path -> !before.contains(path) && Files.isRegularFile(path))
                    .toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** Every row of every table as text. */
    private static List<String> tablesWithMark(TestServer server) {
        return server.database().owner().withHandle(handle -> {
            List<String> tables = handle.createQuery(
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                    .mapTo(String.class)
                    .list();
            assertThat(tables).isNotEmpty();
            return tables.stream()
                    .filter(table ->
                            handle.createQuery("SELECT count(*) FROM \"" + table + "\" t WHERE t::text LIKE :mark")
                                            .bind("mark", "%" + MARK + "%")
                                            .mapTo(Integer.class)
                                            .one()
                                    > 0)
                    .toList();
        });
    }
}
