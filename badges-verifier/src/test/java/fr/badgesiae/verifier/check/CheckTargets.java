package fr.badgesiae.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import fr.badgesiae.verifier.proof.DateTimeStamp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What the checks read that stands in a credential or comes from elsewhere. */
public final class CheckTargets {
    private static final List<String> SCHEMAS = List.of(
            "{\"type\":\"object\",\"required\":[\"name\"],\"properties\":{\"name\":{\"maxLength\":9}}}",
            "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"enum\":[1,\"x\"]}},\"allOf\":[{\"$ref\":\"#/$defs/a\"}]}",
            "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"if\":{\"type\":\"object\"},\"then\":{\"not\":{}}}",
            "{\"properties\":{\"name\":{\"pattern\":\"^(a|[b-z]{2,9})+$\"}},\"patternProperties\":{\"^t\":{}}}",
            "{\"contains\":{\"format\":\"date-time\"},\"unevaluatedProperties\":false,\"multipleOf\":0.1}");
    private static final JsonSchemas CATALOGUE = new JsonSchemas();

    private CheckTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.json("status-entry", badges(), CheckTargets::entries, StatusEntry.class, BitListKind.class),
                FuzzTarget.document(
                                "foreign-schema",
                                SCHEMAS.stream().map(FuzzTarget::utf8).toList(),
                                CheckTargets::schema,
                                JsonSchemas.class,
                                UnrolledSchema.class,
                                LinearPatterns.class,
                                PatternSize.class)
                        .costing(2),
                FuzzTarget.json(
                                "bundled-schema",
                                badges(),
                                CheckTargets::violations,
                                JsonSchemas.class,
                                PlainSchema.class,
                                BundledSchema.class)
                        .costing(2),
                FuzzTarget.text(
                        "date",
                        dates(),
                        List.of("T", "Z", "+", "-", ":", ".", "٣", "24:00:00"),
                        CheckTargets::date,
                        DateTimeStamp.class),
                FuzzTarget.json("digest", digests(), CheckTargets::digest, Digest.class),
                FuzzTarget.text(
                        "identity-hash",
                        List.of("sha256$28d50415252ab6c689a54413da15b083034b66e5", "MD5$", "$"),
                        List.of("$", "sha256", "md5", "İ"),
                        CheckTargets::identity,
                        IdentityHash.class));
    }

    /** No text is the hash of what it does not name the digest of. */
    private static void identity(String written) {
        IdentityHash.of(written)
                .ifPresent(hash ->
                        assertThat(hash.matches("alix@exemple.example", "sel")).isFalse());
    }

    private static void entries(ObjectNode badge) {
        for (JsonNode entry : Stream.concat(
                        Stream.of(badge),
                        Stream.of(
                                badge.path("credentialStatus"),
                                badge.path("credentialStatus").path(0)))
                .toList()) {
            for (BitListKind kind : BitListKind.values()) {
                StatusEntry.parse(kind, entry).ifPresent(read -> {
                    assertThat(read.index()).isNotNegative();
                    assertThat(read.size()).isBetween(1, 8);
                    assertThat(read.message(0)).isNotNull();
                    assertThat(read.lacksMessages() && read.size() == 1).isFalse();
                });
            }
        }
    }

    /** A schema from elsewhere judges or is put aside. */
    private static void schema(byte[] bytes) {
        ObjectNode badge = FuzzTarget.object(FuzzTarget.utf8(SCHEMAS.get(0))).orElseThrow();
        assertThat(CATALOGUE.foreign(bytes).map(schema -> schema.violations(badge)))
                .isNotNull();
    }

    /** What is plainly well conforms by the library too, which otherwise tells what is wrong. */
    private static void violations(ObjectNode badge) {
        for (String url : List.of(Catalogue.ANY_ACHIEVEMENT_CREDENTIAL, Catalogue.ACHIEVEMENT_CREDENTIAL_LOOSE)) {
            BundledSchema schema = CATALOGUE.bundled(url).orElseThrow();
            assertThat(schema.violations(badge)).isEqualTo(JsonSchemas.violations(schema.schema(), badge));
        }
    }

    private static void date(String text) {
        DateTimeStamp.parse(text).ifPresent(instant -> assertThat(text).contains("T"));
    }

    private static void digest(ObjectNode object) {
        Digest.of(object)
                .ifPresent(digest -> assertThat(digest.matches(object.toString().getBytes(StandardCharsets.UTF_8)))
                        .as("a document that names its own digest")
                        .isFalse());
    }

    private static List<byte[]> badges() {
        return Samples.all().stream()
                .filter(sample -> sample.file().endsWith(".json") && sample.bytes().length < 20_000)
                .map(Sample::bytes)
                .filter(bytes -> FuzzTarget.object(bytes).isPresent())
                .toList();
    }

    private static List<String> dates() {
        return List.of(
                "2026-11-20T00:00:00Z",
                "2026-02-28T23:59:60.123456789+14:00",
                "2024-02-29T24:00:00Z",
                "-0001-01-01T00:00:00Z");
    }

    private static List<byte[]> digests() {
        return Stream.of(
                        "{\"digestSRI\":\"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= sha512-x?y\"}",
                        "{\"digestMultibase\":\"zQmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n\"}",
                        "{\"digestMultibase\":\"f1220e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}")
                .map(FuzzTarget::utf8)
                .toList();
    }
}
