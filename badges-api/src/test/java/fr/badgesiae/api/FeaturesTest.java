package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.auth.SitePaths;
import fr.badgesiae.api.platform.html.Link;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.todo.Todo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Contributions of all features together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesTest {
    private static final String SECRET = "0SECRET0SECRET00";
    private static final Pattern SECRET_PARAMETER = Pattern.compile("\\{(code|token)}");

    private TestServer server;
    private List<Feature> features;
    private SitePaths paths;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        features = server.features().all();
        paths = server.features().contributions().paths();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String room(Feature feature) {
        return feature.getClass()
                .getPackageName()
                .substring(ArchitectureTest.ROOT.length() + 1)
                .replaceFirst("\\..*", "");
    }

    @Test
    void featuresStandInTheOrderOfTheirDependencies() {
        List<String> rooms = new ArrayList<>();
        for (Feature feature : features) {
            // a feature of several modules: they stand one after the other
            if (rooms.isEmpty() || !rooms.get(rooms.size() - 1).equals(room(feature))) {
                rooms.add(room(feature));
            }
        }
        assertThat(rooms).isEqualTo(ArchitectureTest.FEATURES);
    }

    @Test
    void jobsHaveTheNamesOfTheirRows() {
        assertThat(server.features().contributions().jobs().stream().map(Job::name))
                .containsExactlyInAnyOrder(
                        "apply-due-pauses",
                        "copy-keys",
                        "copy-profiles",
                        "copy-achievements",
                        "copy-status-lists",
                        "copy-trust-list",
                        "sign-trust-list",
                        "fetch-trust-lists",
                        "sign-status-lists",
                        "finish-credentials",
                        "count-views",
                        "forget-shown-cards",
                        "forget-unconfirmed-contacts",
                        "forget-passkey-challenges",
                        "drop-award-runs",
                        "award-runs",
                        "drop-ceremonies",
                        "forget-event-entries",
                        "add-imported-people",
                        "drop-people-imports",
                        "drop-pending-imports",
                        "forget-wallet-offers",
                        "forget-openid-offers",
                        "expire-offers",
                        "erase-due-files",
                        "close-unopened-spaces",
                        "forget-old-audit-lines",
                        "seal-audit-lines",
                        "sign-audit-days",
                        "look-from-outside");
    }

    /** Stored codes: new ones may be added, none renamed; no two features share one. */
    @Test
    void auditCodesAreTheClosedList() throws Exception {
        List<String> codes = features.stream()
                .flatMap(feature -> feature.auditCodes().stream())
                .map(AuditCode::name)
                .toList();

        assertThat(codes).doesNotHaveDuplicates();
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(Path.of("src/test/resources/fr/badgesiae/api/audit-codes.txt")));
    }

    @Test
    void everyEntryPointIsAPage() {
        assertThat(paths.entryPoints()).containsOnlyKeys(EntryPoint.values());
        List<Route> routes = Route.of(server.resources());
        assertThat(paths.entryPoints().values())
                .allMatch(path -> routes.stream().anyMatch(route -> route.leadsTo(path)));
    }

    @Test
    void everyLinkOfTheLayoutLeadsToAPageAndHasItsWord() {
        List<Route> routes = Route.of(server.resources());
        List<Link> links = new ArrayList<>(paths.footer());
        paths.navigation().forEach(entry -> links.add(entry.link()));
        assertThat(links).hasSizeGreaterThan(10);
        Messages messages = new Messages();
        for (Link link : links) {
            assertThat(routes)
                    .as(link.path())
                    .anyMatch(route -> route.verb().equals("GET") && route.leadsTo(link.path()));
            for (Locale language : Languages.OFFERED) {
                assertThat(messages.word(language, link.bundle(), link.key()))
                        .as(link.key())
                        .isNotEqualTo(link.key());
            }
        }
    }

    @Test
    void everyLineOfTheWorkListLeadsToAPageAndHasItsWords() {
        List<Route> routes = Route.of(server.resources());
        List<Todo> todos = server.features().contributions().todos();
        assertThat(todos).isNotEmpty();
        Messages messages = new Messages();
        for (Todo todo : todos) {
            String path = todo.path().replaceFirst("\\?.*", "");
            assertThat(routes).as(todo.path()).anyMatch(route -> route.verb().equals("GET") && route.leadsTo(path));
            for (Locale language : Languages.OFFERED) {
                assertThat(messages.has(language, todo.key())).as(todo.key()).isTrue();
                if (todo.urgency() == Todo.Urgency.FIRST_STEP) {
                    continue;
                }
                assertThat(messages.text(language, todo.key(), 1L))
                        .as("one and many of " + todo.key())
                        .isNotEqualTo(messages.text(language, todo.key(), 2L));
            }
        }
    }

    @Test
    void everyPathWithASecretIsDeclared() {
        List<String> declared = secrets().toList();
        List<String> found = Route.of(server.resources()).stream()
                .map(Route::path)
                .filter(path -> SECRET_PARAMETER.matcher(path).find())
                .toList();
        assertThat(found).isNotEmpty();
        assertThat(found).allMatch(path -> declared.stream().anyMatch(path::startsWith), "is declared a secret path");
        assertThat(declared)
                .allMatch(secret -> found.stream().anyMatch(path -> path.startsWith(secret)), "has a route");
    }

    /** A report is passed on. The code of a share link is what it is made for. */
    @Test
    void noReportRepeatsAnAddressWithASecret() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : secrets().filter(path -> !path.startsWith("/v/")).toList()) {
            URI address = server.origin().resolve(SECRET_PARAMETER.matcher(path).replaceAll(SECRET));
            HttpRequest request = HttpRequest.newBuilder(server.origin().resolve("/api/v1/verifications"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"" + address + "\"}"))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(422);
            assertThat(answer.body()).as(path).doesNotContain(SECRET);
        }
    }

    @Test
    void noProblemRepeatsASecret() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : secrets().toList()) {
            String filled = SECRET_PARAMETER.matcher(path).replaceAll(SECRET) + "/nowhere";
            HttpRequest request = HttpRequest.newBuilder(server.origin().resolve(filled))
                    .header("Accept", "application/json")
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).doesNotContain(SECRET);
        }
    }

    @Test
    void theServerKeepsNoAccessLog() throws Exception {
        assertThat(Files.readString(Path.of("../config.yml"))).contains("requestLog:\n    appenders: []");
    }

    private Stream<String> secrets() {
        return features.stream().flatMap(feature -> feature.secretPaths().stream());
    }
}
