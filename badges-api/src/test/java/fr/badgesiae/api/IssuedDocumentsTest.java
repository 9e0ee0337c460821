package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.badgesiae.schemas.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every kind of JSON document that the service publishes or hands out, against the schema of its class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuedDocumentsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path REFERENCE = Path.of("..", "..", "shared", "reference", "schemas");

    /** A member that a document of the class needs, or that says what it is. */
    private static final Map<String, String> ESSENTIAL = Map.of(
            "AchievementCredential", "/credentialSubject/achievement/criteria",
            "Achievement", "/criteria",
            "Profile", "/id",
            "BitstringStatusListCredential", "/credentialSubject/encodedList",
            "Assertion", "/recipient",
            "BadgeClass", "/criteria",
            "Issuer", "/name",
            "CryptographicKey", "/publicKeyPem",
            "RevocationList", "/type");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Issued> all = new ArrayList<>();
    private TestServer server;

    /** @param kind of {@code ESSENTIAL} */
    private record Issued(String name, String kind, JsonNode document) {}

    @BeforeAll
    void issue() throws Exception {
        server = TestServer.start();
        Artefacts artefacts = Artefacts.ofText(server);
        for (Artefact artefact : artefacts.all()) {
            String text = new String(artefact.genuine(), StandardCharsets.UTF_8);
            if (artefact.reader().equals("text") && artefact.unread().isEmpty()) {
                JsonNode read = document(text);
                String kind = read.path("type").asText().equals("Assertion") ? "Assertion" : "AchievementCredential";
                all.add(new Issued(artefact.name(), kind, read));
            }
        }
        JsonNode badge = all.get(0).document();
        linked("achievement", "Achievement", badge.at("/credentialSubject/achievement/id"));
        linked("issuer", "Profile", URI.create("/issuers/" + artefacts.badges().organisation));
        linked("status list", "BitstringStatusListCredential", badge.at("/credentialStatus/statusListCredential"));
        JsonNode hosted = all.stream()
                .filter(each -> each.kind().equals("Assertion"))
                .findFirst()
                .orElseThrow()
                .document();
        JsonNode badgeClass = linked("badge class", "BadgeClass", hosted.path("badge"));
        JsonNode issuer = linked("issuer of Open Badges 2.0", "Issuer", badgeClass.path("issuer"));
        linked("key", "CryptographicKey", issuer.at("/publicKey/0"));
        linked("revocation list", "RevocationList", issuer.path("revocationList"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static JsonNode document(String text) {
        try {
            return JSON.readTree(
                    text.startsWith("ey")
                            ? new String(
                                    Base64.getUrlDecoder().decode(text.split("\\.", -1)[1]), StandardCharsets.UTF_8)
                            : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode linked(String name, String kind, JsonNode address) throws Exception {
        return linked(name, kind, URI.create(address.asText()));
    }

    private JsonNode linked(String name, String kind, URI address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.origin().resolve(address))
                .header("Accept", "application/json")
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(name).isEqualTo(200);
        JsonNode read = document(answer.body());
        all.add(new Issued(name, kind, read));
        return read;
    }

    /** The strict schema of a class: lists are lists, and a member that the model does not know is refused. */
    private static Schema schema(String kind) {
        return switch (kind) {
            case "AchievementCredential" -> schema(bundled(Catalogue.ACHIEVEMENT_CREDENTIAL), kind);
            case "Achievement", "Profile" -> schema(bundled(Catalogue.ACHIEVEMENT_CREDENTIAL), kind);
            case "BitstringStatusListCredential" -> schema(bundled(Catalogue.BITSTRING_STATUS_LIST_CREDENTIAL), null);
            case "Issuer" -> schema(bundled(Catalogue.OPEN_BADGES_2), "Profile");
            default -> schema(bundled(Catalogue.OPEN_BADGES_2), kind);
        };
    }

    private static ObjectNode bundled(String url) {
        try {
            return (ObjectNode)
                    JSON.readTree(Catalogue.bundled().schema(url).orElseThrow().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param part of a schema's {@code $defs}; null for the whole */
    private static Schema schema(ObjectNode whole, @Nullable String part) {
        ObjectNode schema =
                part == null ? whole : whole.retain("$schema", "$defs").put("$ref", "#/$defs/" + part);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    private static List<String> violations(Schema schema, JsonNode document) {
        return schema
                .validate(document, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void everyDocumentConformsToTheSchemaOfItsClass() {
        for (Issued issued : all) {
            assertThat(violations(schema(issued.kind()), issued.document()))
                    .as(issued.name())
                    .isEmpty();
        }
        assertThat(all.stream().map(Issued::kind).collect(Collectors.toSet())).isEqualTo(ESSENTIAL.keySet());
    }

    @Test
    void noneConformsWithANumberInThePlaceOfWhatItsClassNeeds() {
        for (Issued issued : all) {
            String member = ESSENTIAL.get(issued.kind());
            int last = member.lastIndexOf('/');
            ObjectNode other = issued.document().deepCopy();
            ObjectNode owner = (ObjectNode) other.at(member.substring(0, last));
            assertThat(owner.replace(member.substring(last + 1), owner.numberNode(7)))
                    .as(issued.name())
                    .isNotNull();
            assertThat(violations(schema(issued.kind()), other))
                    .as(issued.name())
                    .isNotEmpty();
        }
    }

    /** The schemas of 1EdTech themselves, where they stand beside the checkout. */
    @Test
    void theReferenceSaysTheSameOfEveryDocumentOfOpenBadges3() throws IOException {
        Path file = REFERENCE.resolve("ob-v3p0-jsonld-achievementcredential.json");
        assumeTrue(Files.isRegularFile(file), "no reference data beside the checkout");
        Map<String, Schema> classes = List.of("AchievementCredential", "Achievement", "Profile").stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        kind -> schema((ObjectNode) read(file), kind.equals("AchievementCredential") ? null : kind)));
        for (Issued issued : all) {
            Schema schema = classes.get(issued.kind());
            if (schema != null) {
                assertThat(violations(schema, issued.document()))
                        .as(issued.name())
                        .isEmpty();
            }
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
