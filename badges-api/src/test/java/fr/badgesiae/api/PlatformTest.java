package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The sources and templates of the platform name nothing of a feature. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformTest {
    /** Tables owned by no feature. */
    private static final Set<String> OWN_TABLES = Set.of(
            "attempt",
            "audit_event",
            "flyway_schema_history",
            "form_answer",
            "outbox",
            "passkey",
            "passkey_challenge",
            "passkey_owner",
            "scheduled_tasks",
            "session",
            "throttle");

    /** The first segment of every JSON API; the web layer treats it by itself. */
    private static final String API = "api";

    private static final Path RESOURCES = Path.of("src/main/resources/fr/badgesiae/api");

    private TestServer server;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void namesNoFeaturesUrl() throws IOException {
        Set<String> segments = Route.of(server.features().contributions().resources()).stream()
                .map(route -> route.path().split("/", -1)[1])
                .filter(segment -> !segment.isEmpty() && !segment.startsWith("{") && !segment.equals(API))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(segments).contains("app", "claim", "me", "signin", "v");
        String any = alternatives(segments);
        assertThat(found("[\"'(]/(" + any + ")[\"'/?]|[\"'(](" + any + ")/")).isEmpty();
    }

    @Test
    void namesNoFeaturesTable() throws IOException {
        Set<String> tables = new TreeSet<>();
        server.database()
                .owner()
                .useHandle(handle -> handle.createQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                        .mapTo(String.class)
                        .forEach(tables::add));
        assertThat(tables).containsAll(OWN_TABLES);
        tables.removeAll(OWN_TABLES);
        assertThat(tables).contains("offer", "worker", "credential");
        assertThat(found("(?i)\\b(FROM|INTO|UPDATE|JOIN|TABLE|REFERENCES)\\s+(" + alternatives(tables) + ")\\b"))
                .isEmpty();
    }

    @Test
    void namesNoAuditCode() throws IOException {
        Set<String> codes = server.features().all().stream()
                .flatMap(feature -> feature.auditCodes().stream())
                .map(AuditCode::name)
                .collect(Collectors.toCollection(TreeSet::new));
        // This name is also a permission.
        Arrays.stream(Permission.values()).map(Permission::name).forEach(codes::remove);
        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(found("\\b(" + alternatives(codes) + ")\\b")).isEmpty();
    }

    @Test
    void namesNoFeaturesWord() throws IOException {
        Set<String> folders;
        try (Stream<Path> all = Files.list(RESOURCES)) {
            folders = all.map(folder -> folder.getFileName().toString())
                    .filter(folder -> !folder.equals("platform"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(folders).contains("organisation", "worker");
        assertThat(found("\"((" + alternatives(folders) + ")\\.[a-z]|common\\.nav\\.)"))
                .isEmpty();
        for (String language : List.of("fr", "en")) {
            Path shared = RESOURCES.resolve("platform/html/messages_" + language + ".properties");
            assertThat(Files.readString(shared)).doesNotContain("common.nav.");
        }
    }

    private static String alternatives(Set<String> words) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** Lines of the platform that match the pattern. */
    private static List<String> found(String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        Set<String> lines = new TreeSet<>();
        for (Path folder :
                List.of(Path.of("src/main/java/fr/badgesiae/api/platform"), Path.of("src/main/jte/platform"))) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path source : walk.filter(Files::isRegularFile).toList()) {
                    Files.readAllLines(source).stream()
                            .filter(line -> wanted.matcher(line).find())
                            .forEach(line -> lines.add(source.getFileName() + ": " + line.strip()));
                }
            }
        }
        return List.copyOf(lines);
    }
}
