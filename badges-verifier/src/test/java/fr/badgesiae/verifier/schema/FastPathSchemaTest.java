package fr.badgesiae.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class FastPathSchemaTest {
    private static final List<String> URLS = List.of(
            Catalogue.ACHIEVEMENT_CREDENTIAL,
            Catalogue.ACHIEVEMENT_CREDENTIAL_LOOSE,
            Catalogue.ANY_ACHIEVEMENT_CREDENTIAL,
            Catalogue.ANY_ACHIEVEMENT_CREDENTIAL_LOOSE,
            Catalogue.ENDORSEMENT_CREDENTIAL,
            Catalogue.ANY_ENDORSEMENT_CREDENTIAL);

    private final JsonSchemas schemas = new JsonSchemas();

    @Test
    void whatIsPlainlyWellConformsByTheLibraryToo() {
        int plain = 0;
        for (Sample sample : Samples.all()) {
            ObjectNode badge = FuzzTarget.object(sample.bytes()).orElse(null);
            for (String url : badge == null ? List.<String>of() : URLS) {
                BundledSchema schema = schemas.bundled(url).orElseThrow();
                if (schema.plain().test(badge)) {
                    plain++;
                    assertThat(JsonSchemas.violations(schema.schema(), badge))
                            .as(sample.file() + " " + url)
                            .isEmpty();
                }
            }
        }
        assertThat(plain).isGreaterThan(100);
    }

    @Test
    void eachKeywordRefusesWhatItShould() {
        Map<String, String> refused = Map.ofEntries(
                Map.entry("{\"type\":\"string\"}", "1"),
                Map.entry("{\"type\":[\"string\",\"object\"]}", "[]"),
                Map.entry("{\"const\":\"a\"}", "\"b\""),
                Map.entry("{\"enum\":[\"a\"]}", "\"b\""),
                Map.entry("{\"pattern\":\"^a$\"}", "\"a\\n\""),
                Map.entry("{\"required\":[\"a\"]}", "{}"),
                Map.entry("{\"properties\":{\"a\":{\"type\":\"string\"}}}", "{\"a\":1}"),
                Map.entry("{\"properties\":{},\"additionalProperties\":false}", "{\"a\":1}"),
                Map.entry("{\"prefixItems\":[{\"const\":\"a\"}]}", "[\"b\"]"),
                Map.entry("{\"prefixItems\":[{}],\"items\":{\"const\":\"a\"}}", "[1,\"b\"]"),
                Map.entry("{\"contains\":{\"const\":\"a\"}}", "[\"b\"]"),
                Map.entry("{\"minItems\":2}", "[1]"),
                Map.entry("{\"anyOf\":[{\"const\":\"a\"},{\"const\":\"b\"}]}", "\"c\""),
                Map.entry("{\"allOf\":[{},{\"const\":\"b\"}]}", "\"c\""),
                Map.entry("{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"const\":\"a\"}}}", "\"b\""));
        refused.forEach((schema, value) ->
                assertThat(plain(schema).test(parse(value))).as(schema).isFalse());
    }

    @Test
    void whatItDoesNotKnowIsLeftToTheLibrary() {
        assertThat(plain("{\"maximum\":5}").test(parse("1"))).isFalse();
        assertThat(plain("{\"$ref\":\"https://elsewhere.example/\"}").test(parse("1")))
                .isFalse();
        assertThat(plain("{\"const\":1}").test(parse("1"))).isFalse();
        assertThat(plain("true").test(parse("1"))).isFalse();
    }

    @Test
    void aSchemaThatRefersToItselfEnds() {
        Predicate<JsonNode> tree = plain("{\"properties\":{\"child\":{\"$ref\":\"#/$defs/tree\"}},"
                + "\"$defs\":{\"tree\":{\"type\":\"object\",\"properties\":{\"child\":{\"$ref\":\"#/$defs/tree\"}}}}}");
        assertThat(tree.test(parse("{\"child\":{\"child\":{}}}"))).isTrue();
        assertThat(tree.test(parse("{\"child\":{\"child\":1}}"))).isFalse();
    }

    private static Predicate<JsonNode> plain(String schema) {
        return FastPathSchema.of(parse(schema));
    }

    private static JsonNode parse(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
