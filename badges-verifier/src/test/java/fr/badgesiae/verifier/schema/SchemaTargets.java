package fr.badgesiae.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import java.util.List;

/** Readers of JSON Schemas, bundled and remote. */
public final class SchemaTargets {
    private static final List<String> SCHEMAS = List.of(
            "{\"type\":\"object\",\"required\":[\"name\"],\"properties\":{\"name\":{\"maxLength\":9}}}",
            "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"enum\":[1,\"x\"]}},\"allOf\":[{\"$ref\":\"#/$defs/a\"}]}",
            "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"if\":{\"type\":\"object\"},\"then\":{\"not\":{}}}",
            "{\"properties\":{\"name\":{\"pattern\":\"^(a|[b-z]{2,9})+$\"}},\"patternProperties\":{\"^t\":{}}}",
            "{\"contains\":{\"format\":\"date-time\"},\"unevaluatedProperties\":false,\"multipleOf\":0.1}");
    private static final JsonSchemas CATALOGUE = new JsonSchemas();

    private SchemaTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.document(
                                "foreign-schema",
                                SCHEMAS.stream().map(FuzzTarget::utf8).toList(),
                                SchemaTargets::schema,
                                JsonSchemas.class,
                                UnrolledSchema.class,
                                LinearPatterns.class,
                                PatternSize.class)
                        .costing(2),
                FuzzTarget.json(
                                "bundled-schema",
                                badges(),
                                SchemaTargets::violations,
                                JsonSchemas.class,
                                FastPathSchema.class,
                                BundledSchema.class)
                        .costing(2));
    }

    /** A remote schema is applied or refused. */
    private static void schema(byte[] bytes) {
        ObjectNode badge = FuzzTarget.object(FuzzTarget.utf8(SCHEMAS.get(0))).orElseThrow();
        assertThat(CATALOGUE.foreign(bytes).map(schema -> schema.violations(badge)))
                .isNotNull();
    }

    /** A document that the fast path accepts conforms by the library too; the library explains violations. */
    private static void violations(ObjectNode badge) {
        for (String url : List.of(Catalogue.ANY_ACHIEVEMENT_CREDENTIAL, Catalogue.ACHIEVEMENT_CREDENTIAL_LOOSE)) {
            BundledSchema schema = CATALOGUE.bundled(url).orElseThrow();
            assertThat(schema.violations(badge)).isEqualTo(JsonSchemas.violations(schema.schema(), badge));
        }
    }

    private static List<byte[]> badges() {
        return Samples.all().stream()
                .filter(sample -> sample.file().endsWith(".json") && sample.bytes().length < 20_000)
                .map(Sample::bytes)
                .filter(bytes -> FuzzTarget.object(bytes).isPresent())
                .toList();
    }
}
