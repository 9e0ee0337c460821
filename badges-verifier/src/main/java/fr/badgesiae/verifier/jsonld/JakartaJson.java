package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/** Converts between Jackson trees and the JSON type of the JSON-LD library, without serialising them. */
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

    /** The inverse of {@link #of}. */
    static JsonNode toJackson(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                value.asJsonObject().forEach((name, member) -> object.set(name, toJackson(member)));
                yield object;
            }
            case ARRAY -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                value.asJsonArray().forEach(item -> array.add(toJackson(item)));
                yield array;
            }
            case STRING -> JsonNodeFactory.instance.textNode(((JsonString) value).getString());
            case NUMBER -> JsonNodeFactory.instance.numberNode(((JsonNumber) value).bigDecimalValue());
            case TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case FALSE -> JsonNodeFactory.instance.booleanNode(false);
            case NULL -> JsonNodeFactory.instance.nullNode();
        };
    }
}
