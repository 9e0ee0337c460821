package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/** Converts a Jackson tree to the JSON type of the JSON-LD library, without serialising it. */
final class JakartaJson {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JakartaJson() {}

    static JsonValue of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node, "");
            case ARRAY -> array(node);
            case STRING -> PROVIDER.createValue(node.textValue());
            case NUMBER -> PROVIDER.createValue(node.decimalValue());
            case BOOLEAN -> node.booleanValue() ? JsonValue.TRUE : JsonValue.FALSE;
            default -> JsonValue.NULL;
        };
    }

    /** An object without one of its members. */
    static JsonValue object(JsonNode node, String without) {
        JsonObjectBuilder object = PROVIDER.createObjectBuilder();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getKey().equals(without)) {
                object.add(field.getKey(), of(field.getValue()));
            }
        }
        return object.build();
    }

    private static JsonValue array(JsonNode node) {
        JsonArrayBuilder array = PROVIDER.createArrayBuilder();
        node.forEach(item -> array.add(of(item)));
        return array.build();
    }
}
