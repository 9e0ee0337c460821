package fr.badgesiae.schemas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A document with one member removed, made a number, put into a list, or taken out of one. */
record Mutation(String about, JsonNode result) {
    static List<Mutation> all(JsonNode document) {
        List<Mutation> mutations = new ArrayList<>();
        collect(document, document, JsonPointer.empty(), mutations);
        return mutations;
    }

    private static void collect(JsonNode root, JsonNode node, JsonPointer at, List<Mutation> mutations) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                JsonPointer below = at.appendProperty(member.getKey());
                member(root, at, member.getKey(), member.getValue(), mutations);
                collect(root, member.getValue(), below, mutations);
            });
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                collect(root, list.get(i), at.appendIndex(i), mutations);
            }
        }
    }

    private static void member(JsonNode root, JsonPointer at, String name, JsonNode value, List<Mutation> mutations) {
        String where = at + "/" + name;
        mutations.add(new Mutation(where + " removed", with(root, at, name, null)));
        mutations.add(new Mutation(where + " a number", with(root, at, name, IntNode.valueOf(12))));
        if (value instanceof ArrayNode list && list.size() == 1) {
            mutations.add(new Mutation(where + " alone", with(root, at, name, list.get(0))));
        } else {
            ArrayNode list = JsonNodeFactory.instance.arrayNode().add(value);
            mutations.add(new Mutation(where + " in a list", with(root, at, name, list)));
        }
    }

    private static JsonNode with(JsonNode root, JsonPointer at, String name, JsonNode value) {
        JsonNode copy = root.deepCopy();
        ObjectNode parent = (ObjectNode) copy.at(at);
        if (value == null) {
            parent.remove(name);
        } else {
            parent.set(name, value);
        }
        return copy;
    }
}
