package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses documents that JSON readers and JSON-LD would read differently. Checks look at member names such as {@code
 * validUntil}; the same statement under a keyword or an IRI must not pass as signed. Also counts the values, which expansion
 * must keep.
 */
final class InputScan {
    private static final Set<String> VALUE_OBJECT = Set.of("@value", "@type", "@language", "@direction");
    private static final List<String> OUR_VOCABULARIES = List.of(
            "https://www.w3.org/2018/credentials#",
            "https://www.w3.org/ns/credentials",
            "https://w3id.org/security#",
            "https://purl.imsglobal.org/spec/",
            "https://schema.org/",
            "http://schema.org/",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    /** Each type may have a scoped context, whose processing costs as much again. */
    static final int MAX_TYPES = 6_000;

    static final int MAX_TYPES_OF_ONE = 20;
    private static final int MAX_CONTEXTS = 100;

    private final ContextSource contexts;
    private final int maxObjects;
    private int objects;
    private int types;
    private int named;
    private int values;
    private boolean nulls;

    InputScan(ContextSource contexts, int maxObjects) {
        this.contexts = contexts;
        this.maxObjects = maxObjects;
    }

    /** Whether a member or an item is null. */
    boolean nulls() {
        return nulls;
    }

    /** The number of values (strings, numbers, booleans) outside contexts. */
    int values() {
        return values;
    }

    void read(JsonNode node) {
        if (node.isObject()) {
            readObject(node);
        } else if (node.isArray()) {
            node.forEach(this::read);
        } else if (node.isNull()) {
            nulls = true; // says nothing (JSON-LD 1.1, 5.1.2)
        } else {
            values++;
            if (node.isTextual() && hasLoneSurrogate(node.textValue())) {
                throw new RefusedException(Problem.INVALID, "lone surrogate");
            }
        }
    }

    private void readObject(JsonNode node) {
        if (++objects > maxObjects) {
            throw new RefusedException(Problem.TOO_MUCH_WORK, "objects");
        }
        if (node.has("@value")) {
            readValueObject(node);
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().equals("@context")) {
                readContext(field.getValue());
            } else {
                checkName(field.getKey());
                if (field.getKey().equals("type")) {
                    countTypes(field.getValue());
                }
                read(field.getValue());
            }
        }
    }

    private void readValueObject(JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!VALUE_OBJECT.contains(field.getKey())) {
                throw new RefusedException(Problem.VALUE_DROPPED, field.getKey());
            }
        }
        read(node.get("@value"));
        values += node.get("@value").isNull() ? 1 : 0; // expansion drops the whole value object
    }

    private void countTypes(JsonNode type) {
        types += Math.max(1, type.size());
        if (type.size() > MAX_TYPES_OF_ONE || types > MAX_TYPES) {
            throw new RefusedException(Problem.TOO_MUCH_WORK, "types");
        }
    }

    private void readContext(JsonNode context) {
        if (++named > MAX_CONTEXTS) {
            throw new RefusedException(Problem.TOO_MUCH_WORK, "contexts");
        }
        if (context.isArray()) {
            context.forEach(this::readContext);
        } else if (!context.isTextual()) {
            throw new RefusedException(Problem.INLINE_CONTEXT, "");
        } else if (contexts.find(context.textValue()).isEmpty()) {
            throw new RefusedException(Problem.UNKNOWN_CONTEXT, context.textValue());
        }
    }

    private static void checkName(String name) {
        if (name.startsWith("@")) {
            throw new RefusedException(Problem.DISGUISED, name);
        }
        if (name.indexOf(':') >= 0) {
            boolean foreign = (name.startsWith("http") || name.startsWith("urn:"))
                    && OUR_VOCABULARIES.stream().noneMatch(name::startsWith);
            if (!foreign) {
                throw new RefusedException(Problem.DISGUISED, name);
            }
        }
    }

    /** A lone surrogate has no UTF-8 form: two different documents would have one hash. */
    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < Character.MIN_SURROGATE) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
