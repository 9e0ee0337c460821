package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.DatabaseAddress;
import fr.badgesiae.api.platform.db.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped jar without its database: one that comes late, and the built-in one killed. */
class DatabaseAwayIT {
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
    private static final String NO_CODE = "/v/0000-0000-0000-0000";

    @TempDir
    private Path folder;

    @Test
    void aServiceWhoseDatabaseComesLateSaysSoAndOpensByItself() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            int late = ShippedJar.freePort();
            DatabaseAddress address = database.service();
            int real = URI.create(address.url().substring("jdbc:".length())).getPort();
            Map<String, String> environment = new HashMap<>(Map.of(
                    "BADGES_PUBLIC_URL",
                    "https://badges.example",
                    "BADGES_MASTER_KEY",
                    KEY,
                    "BADGES_PEPPER",
                    KEY,
                    "DATABASE_URL",
                    address.url().replace(":" + real + "/", ":" + late + "/"),
                    "DATABASE_USER",
                    address.user(),
                    "DATABASE_PASSWORD",
                    address.password().value()));
            try (ShippedJar service = ShippedJar.start(
                    folder, ShippedJar.filledIn(folder), ShippedJar.freePort(), environment, "server")) {
                assertThat(service.output()).contains("does not answer", "answers 503 until it does");
                for (String path : new String[] {"/", NO_CODE, "/.well-known/did.json"}) {
                    HttpResponse<String> answer = get(service, path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                }
                assertThat(get(service, "/robots.txt").statusCode()).isEqualTo(200);
                assertThat(service.health()).contains("\"start\":{\"healthy\":false");

                try (Forwarder comes = Forwarder.open(late, real)) {
                    assertThat(comes).isNotNull();
                    Poll.until(
                            "the service opens",
                            BACK,
                            () -> get(service, NO_CODE).statusCode() == 404);
                    assertThat(get(service, "/.well-known/did.json").statusCode())
                            .isEqualTo(200);
                    assertThat(service.health()).contains("\"start\":{\"healthy\":true");
                    assertThat(service.output()).contains("The service is ready");
                }
            }
        }
    }

    @Test
    void theBuiltInDatabaseIsStartedAgainAfterItWasKilled() throws Exception {
        Path data = folder.resolve("data");
        try (ShippedJar service = ShippedJar.start(
                folder,
                ShippedJar.shippedConfig(),
                ShippedJar.freePort(),
                Map.of("BADGES_DATA", data.toString()),
                "demo")) {
            assertThat(get(service, NO_CODE).statusCode()).isEqualTo(404);
            for (int kills = 0; kills < 2; kills++) {
                ProcessHandle postgres = postmaster(data).orElseThrow();
                postgres.destroyForcibly();

                assertThat(get(service, "/.well-known/did.json").statusCode())
                        .as("nobody had asked for it")
                        .isEqualTo(200);
                Poll.until(
                        "another process",
                        BACK,
                        () -> postmaster(data)
                                .filter(other -> other.pid() != postgres.pid())
                                .isPresent());
                Poll.until("answers again", BACK, () -> get(service, NO_CODE).statusCode() == 404);
                Poll.until("healthy again", BACK, () -> service.health().contains("\"database\":{\"healthy\":true"));
            }
            assertThat(service.output()).contains("ended by itself", "runs again");
        }
        assertThat(data.resolve("postgresql/postmaster.pid"))
                .as("stopped in order")
                .doesNotExist();
    }

    /** The process that the file names; none while there is no file, or an ended process. */
    private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        Path file = data.resolve("postgresql/postmaster.pid");
        return Files.exists(file)
                ? Files.readString(file).lines().findFirst().map(Long::valueOf).flatMap(ProcessHandle::of)
                : Optional.empty();
    }

    private static HttpResponse<String> get(ShippedJar service, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.origin().resolve(path))
                                .header("Accept", "text/html, */*;q=0.8")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
