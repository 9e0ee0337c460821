package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A document without null members and items, which expansion drops (JSON-LD 1.1 API, 5.1.2, steps 1 and 13.4). Keywords are
 * the exception that makes a copy necessary: a null {@code id} is an error there, and is absent here.
 */
final class WithoutNulls {
    private WithoutNulls() {}

    static ObjectNode of(ObjectNode document) {
        ObjectNode copy = document.objectNode();
        for (Map.Entry<String, JsonNode> member : document.properties()) {
            boolean kept = member.getKey().startsWith("@");
            if (kept || !member.getValue().isNull()) {
                copy.set(member.getKey(), kept ? member.getValue() : of(member.getValue()));
            }
        }
        return copy;
    }

    private static JsonNode of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return of(object);
        }
        if (!node.isArray()) {
            return node;
        }
        ArrayNode copy = ((ArrayNode) node).arrayNode();
        node.forEach(item -> {
            if (!item.isNull()) {
                copy.add(of(item));
            }
        });
        return copy;
    }
}
