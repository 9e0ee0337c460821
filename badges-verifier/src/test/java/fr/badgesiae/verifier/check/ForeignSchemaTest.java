package fr.badgesiae.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ForeignSchemaTest {
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
                "{\"$schema\":\"https://nobody.example/\"}",
                "{\"properties\":{\"id\":{\"$id\":\"https://a.example/b\",\"$ref\":\"#/nowhere\"}}}",
                "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}},\"$ref\":\"#/$defs/a\"}",
                "{\"properties\":{\"id\":{\"pattern\":\"(a+)+$\"}}}",
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

    private boolean usable(String schema) {
        return schemas.foreign(schema.getBytes(StandardCharsets.UTF_8)).isPresent();
    }
}
