package fr.badgesiae.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.badgesiae.verifier.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RemoteSchemaTest {
    private final JsonSchemas schemas = new JsonSchemas();

    @Test
    void aPlainSchemaWithReferencesWithinItselfIsUsed() {
        assertThat(usable("{\"$defs\":{\"a\":{\"type\":\"string\"}},\"properties\":{\"id\":{\"$ref\":\"#/$defs/a\"}}}"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"#\"}",
                "{\"$ref\":\"#/nowhere\"}",
                "{\"$ref\":\"#anchor\"}",
                "{\"$ref\":\"https://thief.example/\"}",
                "{\"properties\":{\"id\":{\"not\":{\"$ref\":\"https://thief.example/\"}}}}",
                "{\"$ref\":{}}",
                "{\"$dynamicRef\":\"#/$defs/a\",\"$defs\":{\"a\":{}}}",
                "{\"allOf\":[{\"$recursiveRef\":\"#\"}]}",
                "{\"$vocabulary\":{}}",
                "{\"$schema\":\"https://nobody.example/\"}",
                "{\"properties\":{\"id\":{\"$id\":\"https://a.example/b\",\"$ref\":\"#/nowhere\"}}}",
                "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}},\"$ref\":\"#/$defs/a\"}",
                "[]",
                "<html>"
            })
    void whatIsNoSchemaOrReachesOutOrGoesInCirclesIsNotUsed(String schema) {
        assertThat(usable(schema)).isFalse();
    }

    @Test
    void referencesThatMultiplyAreCountedAndRefused() {
        StringBuilder bomb = new StringBuilder("{\"$ref\":\"#/$defs/a0\",\"$defs\":{");
        for (int i = 0; i < 60; i++) {
            String next = "{\"$ref\":\"#/$defs/a" + (i + 1) + "\"}";
            bomb.append("\"a" + i + "\":{\"allOf\":[" + next + "," + next + "]},");
        }
        assertThat(usable(bomb + "\"a60\":{}}}")).isFalse();
    }

    @Test
    void aPatternThatWouldTakeForeverIsMatchedAtOnce() {
        assertThat(violations("{\"properties\":{\"id\":{\"pattern\":\"^(a+)+$\"}}}", "a".repeat(100_000) + "!"))
                .hasSize(1);
        assertThat(violations("{\"patternProperties\":{\"^i(d|D)*$\":{\"type\":\"number\"}}}", "x"))
                .hasSize(1);
        assertThat(violations("{\"properties\":{\"id\":{\"pattern\":\"^[\\\\u00e0-\\\\u00ff]+\\\\.$\"}}}", "é."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(?=a)a", "(a)\\\\1", "(((a{99}){99}){99}){99}", "a{5001}", "("})
    void aPatternThatCannotBeMatchedLeavesTheQuestionOpen(String pattern) {
        RemoteSchema schema = schema("{\"properties\":{\"id\":{\"pattern\":\"" + pattern + "\"}}}");

        assertThat(schema.violations(document("b"))).isEmpty();
        assertThat(schema.open()).contains(ReasonCode.SCHEMA_OWN_SCHEMA_PATTERN_NOT_EXAMINED);
    }

    @Test
    void allMatchesOfASchemaTogetherAreBounded() {
        RemoteSchema schema = schema("{\"properties\":{\"id\":{\"pattern\":\"((a{900}){4})!\"}}}");

        assertThat(schema.violations(document("a".repeat(20_000)))).isEmpty();
        assertThat(schema.open()).contains(ReasonCode.SCHEMA_OWN_SCHEMA_TOO_MUCH_WORK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":{\"anyOf\":[%s]}}",
                "{\"items\":{\"oneOf\":[%s]}}",
                "{\"items\":{\"allOf\":[%s]}}",
                "{\"items\":{\"required\":[%s]}}",
                "{\"items\":{\"properties\":{%s}}}"
            })
    void aSchemaTimesADocumentIsBounded(String form) {
        String each = form.contains("Of") ? "{\"const\":%d}" : form.contains("required") ? "\"%d\"" : "\"%d\":{}";
        String parts = IntStream.range(0, 500).mapToObj(each::formatted).collect(Collectors.joining(","));
        RemoteSchema schema = schema(form.formatted(parts));
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, 20_000).forEach(i -> items.addObject());

        assertThat(schema.violations(items)).isEmpty();
        assertThat(schema.open()).contains(ReasonCode.SCHEMA_OWN_SCHEMA_TOO_MUCH_WORK);
    }

    @Test
    void aFormatOnlyDescribes() {
        assertThat(violations("{\"properties\":{\"id\":{\"format\":\"email\"}}}", "x"))
                .isEmpty();
    }

    private List<String> violations(String schema, String id) {
        RemoteSchema used = schema(schema);
        List<String> violations = used.violations(document(id));
        assertThat(used.open()).isEmpty();
        return violations;
    }

    private RemoteSchema schema(String schema) {
        return schemas.foreign(schema.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static JsonNode document(String id) {
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }

    private boolean usable(String schema) {
        return schemas.foreign(schema.getBytes(StandardCharsets.UTF_8)).isPresent();
    }
}
