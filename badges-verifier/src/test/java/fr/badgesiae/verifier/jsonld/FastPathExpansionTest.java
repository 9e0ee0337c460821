package fr.badgesiae.verifier.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLdError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FastPathExpansionTest {
    private static final long SEED = 20261121L;
    private static final int ROUNDS = 3_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonLd jsonLd = new JsonLd(new BundledContexts());

    @Test
    void aPlainBadgeIsExpandedWithoutTheLibrary() throws IOException {
        Sample sample = Samples.named("valid-did-web.json");
        assertThat(plain(unsecured(sample))).isPresent();
        assertThat(options(sample).flatMap(this::plain)).isPresent();
    }

    /** As this service issues it: the credential shows the picture of the achievement, and the result names one of its levels. */
    @Test
    void aBadgeWithALevelAndTheImageOfItsAchievementIsExpandedWithoutTheLibrary() throws IOException {
        assertThat(compare(levelled(), "a level")).isTrue();
    }

    @Test
    void anIdInAnotherRoleIsLeftToTheLibrary() throws IOException {
        ObjectNode evidence = levelled();
        evidence.putObject("evidence")
                .put("id", "https://a.example/b#two")
                .put("type", "Evidence")
                .put("name", "Lent");
        assertThat(plain(evidence)).isEmpty();
        ObjectNode level = levelled();
        ((ObjectNode) level.at("/credentialSubject/achievement")).put("id", "https://a.example/b#two");
        assertThat(plain(level)).isEmpty();
        ObjectNode root = levelled();
        root.put("id", "https://a.example/b/image");
        assertThat(plain(root)).isEmpty();
    }

    private static ObjectNode levelled() throws IOException {
        return (ObjectNode) JSON.readTree("""
                {"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id":"urn:x:1","type":["VerifiableCredential","OpenBadgeCredential"],
                 "image":{"id":"https://a.example/b/image","type":"Image"},
                 "credentialSubject":{"id":"urn:x:2","type":["AchievementSubject"],
                  "achievement":{"id":"https://a.example/b","type":["Achievement"],"name":"Accueil",
                   "image":{"id":"https://a.example/b/image","type":"Image","caption":"Accueil"},
                   "resultDescription":[{"id":"https://a.example/b#level","type":["ResultDescription"],"name":"Niveau",
                    "resultType":"RubricCriterionLevel","rubricCriterionLevel":[
                     {"id":"https://a.example/b#one","type":["RubricCriterionLevel"],"name":"Un"},
                     {"id":"https://a.example/b#two","type":["RubricCriterionLevel"],"name":"Deux"}]}]},
                  "result":[{"type":["Result"],"resultDescription":"https://a.example/b#level",
                   "achievedLevel":"https://a.example/b#two"}]}}""");
    }

    @Test
    void aPropertysOwnContextHoldsInItsNodes() throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree("""
                {"@context":"https://www.w3.org/2018/credentials/v1","id":"urn:x:1","type":"VerifiableCredential",
                 "credentialSchema":{"id":"urn:x:2","type":"JsonSchemaValidator2018"}}""");
        assertThat(compare(document, "own context")).isTrue();
    }

    @Test
    void everySampleExpandsAsTheLibraryWould() throws IOException {
        int compared = 0;
        for (ObjectNode document : documents()) {
            compared += compare(document, "a sample") ? 1 : 0;
        }
        assertThat(compared).as("plain samples").isGreaterThan(documents().size() / 2);
    }

    @Test
    void changedDocumentsExpandAsTheLibraryWould() throws IOException {
        Random random = new Random(SEED);
        List<ObjectNode> documents = documents();
        int compared = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode document =
                    documents.get(random.nextInt(documents.size())).deepCopy();
            for (int change = random.nextInt(3); change >= 0; change--) {
                change(document, random);
            }
            compared += compare(document, "seed " + SEED + " round " + round + ": " + document) ? 1 : 0;
        }
        assertThat(compared).as("plain documents").isGreaterThan(ROUNDS / 10);
    }

    /** Whether there was a result to compare. */
    private boolean compare(ObjectNode document, String which) {
        Optional<List<Quad>> plain = plain(document);
        plain.ifPresent(quads -> assertThat(whole(document)).as(which).contains(new Safe(quads)));
        return plain.isPresent();
    }

    private Optional<List<Quad>> plain(ObjectNode document) {
        try {
            return jsonLd.expandPlain(document);
        } catch (JsonLdError | RefusedException e) {
            return Optional.empty();
        }
    }

    private Optional<Expansion> whole(ObjectNode document) {
        try {
            return Optional.of(jsonLd.expandWhole(document));
        } catch (JsonLdError | RefusedException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static List<ObjectNode> documents() throws IOException {
        List<ObjectNode> documents = new ArrayList<>(List.of(levelled()));
        for (Sample sample : Samples.all()) {
            if (sample.file().endsWith(".json") && sample.bytes().length < 100_000) {
                tree(sample).ifPresent(documents::add);
                options(sample).ifPresent(documents::add);
            }
        }
        return documents;
    }

    /** Nothing for an intentionally broken sample. */
    private static Optional<ObjectNode> tree(Sample sample) {
        try {
            return JSON.readTree(sample.bytes()).isObject() ? Optional.of(unsecured(sample)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The options of a proof as they are hashed: under the context of the badge. */
    private static Optional<ObjectNode> options(Sample sample) {
        try {
            JsonNode document = JSON.readTree(sample.bytes());
            if (!(document.path("proof") instanceof ObjectNode proof)) {
                return Optional.empty();
            }
            proof.remove("proofValue");
            proof.set("@context", document.path("@context"));
            return Optional.of(proof);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode unsecured(Sample sample) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(sample.bytes());
        document.remove("proof");
        return document;
    }

    private static void change(ObjectNode document, Random random) {
        List<JsonNode> places = new ArrayList<>();
        collect(document, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        JsonNode other = places.get(random.nextInt(places.size())).deepCopy();
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.set(name(random), object.remove(name));
                case 1 -> object.set(name, value(random, other));
                case 2 -> object.set(name(random), value(random, other));
                default ->
                    object.set(
                            name, JSON.createArrayNode().add(object.get(name)).add(value(random, other)));
            }
        } else if (place instanceof ArrayNode array) {
            array.add(value(random, other));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            if (node instanceof ObjectNode object) {
                for (Map.Entry<String, JsonNode> member : object.properties()) {
                    if (!member.getKey().equals("@context")) {
                        collect(member.getValue(), places);
                    }
                }
            } else {
                node.forEach(item -> collect(item, places));
            }
        }
    }

    private static String name(Random random) {
        List<String> names = List.of(
                "id",
                "type",
                "@id",
                "@type",
                "issuer",
                "achievement",
                "credentialSubject",
                "evidence",
                "name",
                "proof",
                "result",
                "alignment",
                "targetCode",
                "criteria",
                "related",
                "inLanguage",
                "digestSRI",
                "unknownTerm",
                "https://intrus.example/x",
                "ext:word",
                "image",
                "identifier",
                "relatedResource",
                "termsOfUse",
                "verifiableCredential",
                "holder",
                "credentialStatus",
                "statusPurpose",
                "endorsement",
                "@graph");
        return names.get(random.nextInt(names.size()));
    }

    private static JsonNode value(Random random, JsonNode other) {
        List<String> texts = List.of(
                "null",
                "12",
                "1.5",
                "true",
                "\"word\"",
                "\"Achievement\"",
                "\"Profile\"",
                "\"urn:x:1\"",
                "\"_:b1\"",
                "[]",
                "{}",
                "\"cred:Person\"",
                "{\"id\":\"urn:x:2\"}",
                "{\"@value\":\"x\"}",
                "{\"id\":\"urn:x:3\",\"type\":[\"Profile\",\"Achievement\"],\"name\":\"n\"}",
                "[\"VerifiableCredential\",\"OpenBadgeCredential\"]",
                "\"https://intrus.example/\"",
                "\"id\"");
        int which = random.nextInt(texts.size() + 4);
        try {
            return which < texts.size() ? JSON.readTree(texts.get(which)) : other;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
