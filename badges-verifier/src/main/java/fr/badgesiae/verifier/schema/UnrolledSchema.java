package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;

/**
 * Counts the nodes of a JSON Schema with every {@code $ref} written out, without writing them out: a few references to references
 * would otherwise ask for any amount of work. A schema that refers to itself, or to what is not there, has no count.
 */
public final class UnrolledSchema {
    private static final long NONE = Integer.MAX_VALUE;
    private static final int MAX_CHAIN = 300;

    private final JsonNode root;
    private final IdentityHashMap<JsonNode, Long> counts = new IdentityHashMap<>();

    private UnrolledSchema(JsonNode root) {
        this.root = root;
    }

    /** Whether it has at most so many nodes. */
    static boolean within(JsonNode schema, long nodes) {
        return new UnrolledSchema(schema).count(schema, 0) <= nodes;
    }

    private long count(JsonNode node, int chain) {
        Long known = counts.get(node);
        if (known != null) {
            return known;
        }
        if (chain > MAX_CHAIN) {
            return NONE;
        }
        counts.put(node, NONE); // met again before it is counted: a circle
        long count = 1;
        if (node.has("$ref")) {
            count += target(node.path("$ref").asText(""), chain);
        }
        for (JsonNode child : node) {
            count = Math.min(NONE, count + (child.isContainerNode() ? count(child, chain + 1) : 1));
        }
        counts.put(node, Math.min(NONE, count));
        return Math.min(NONE, count);
    }

    private long target(String reference, int chain) {
        if (!reference.startsWith("#/")) {
            return NONE;
        }
        JsonNode target = root.at(reference.substring(1));
        return target.isContainerNode() ? count(target, chain + 1) : NONE;
    }
}
