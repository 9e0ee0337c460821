package fr.badgesiae.verifier.jsonld;

import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts an expanded document to RDF (JSON-LD 1.1 API section 8) and refuses what RDF cannot represent. The library's
 * converter drops such values silently and does not count the kept ones.
 */
final class RdfWriter {
    private final List<Quad> quads = new ArrayList<>();
    private final int maxQuads;
    private int blanks;
    private int values;

    RdfWriter(int maxQuads) {
        this.maxQuads = maxQuads;
    }

    List<Quad> quads() {
        return quads;
    }

    /** The number of input values in the quads. */
    int values() {
        return values;
    }

    void writeRoot(JsonObject expanded) {
        writeTop(expanded, null);
    }

    /** A top-level node; RDF would lose one without statements. */
    private void writeTop(JsonObject node, @Nullable String graph) {
        int before = quads.size();
        writeNode(node, graph);
        if (quads.size() == before) {
            throw new RefusedException(Problem.VALUE_DROPPED, node.getString("@id", ""));
        }
    }

    private String writeNode(JsonObject node, @Nullable String graph) {
        String subject = node.containsKey("@id") ? absolute(node.get("@id"), Problem.ID_NOT_ABSOLUTE) : freshBlank();
        for (Map.Entry<String, JsonValue> entry : node.entrySet()) {
            String name = entry.getKey();
            switch (name) {
                case "@id" -> values++;
                case "@type" -> writeTypes(entry.getValue(), subject, graph);
                case "@graph" -> entry.getValue().asJsonArray().forEach(inner -> writeTop(asNode(inner), subject));
                default -> writeProperty(subject, name, entry.getValue(), graph);
            }
        }
        return subject;
    }

    private void writeTypes(JsonValue types, String subject, @Nullable String graph) {
        for (JsonValue type : types.asJsonArray()) {
            values++;
            add(subject, Iris.TYPE, absolute(type, Problem.TYPE_NOT_ABSOLUTE), null, null, graph);
        }
    }

    private void writeProperty(String subject, String name, JsonValue objects, @Nullable String graph) {
        if (name.startsWith("@")) {
            throw new RefusedException(Problem.VALUE_DROPPED, name);
        }
        if (!Iris.isAbsolute(name)) {
            throw new RefusedException(Problem.UNDEFINED_TERM, name);
        }
        for (JsonValue object : objects.asJsonArray()) {
            writeObject(subject, name, asNode(object), graph);
        }
    }

    private void writeObject(String subject, String predicate, JsonObject object, @Nullable String graph) {
        if (object.containsKey("@value")) {
            writeLiteral(subject, predicate, object, graph);
        } else if (object.containsKey("@list")) {
            add(subject, predicate, writeList(object, graph), null, null, graph);
        } else {
            add(subject, predicate, writeNode(object, graph), null, null, graph);
        }
    }

    private String writeList(JsonObject list, @Nullable String graph) {
        if (list.size() > 1) {
            throw new RefusedException(Problem.VALUE_DROPPED, "@index");
        }
        JsonArray items = list.getJsonArray("@list");
        String head = items.isEmpty() ? Iris.NIL : freshBlank();
        String cell = head;
        for (int i = 0; i < items.size(); i++) {
            writeObject(cell, Iris.FIRST, asNode(items.get(i)), graph);
            String next = i + 1 < items.size() ? freshBlank() : Iris.NIL;
            add(cell, Iris.REST, next, null, null, graph);
            cell = next;
        }
        return head;
    }

    private void writeLiteral(String subject, String predicate, JsonObject object, @Nullable String graph) {
        Literal literal = Literal.of(object);
        values += Literal.count(object.getOrDefault("@value", JsonValue.NULL));
        add(subject, predicate, literal.text(), literal.datatype(), literal.language(), graph);
    }

    private void add(
            String subject,
            String predicate,
            String object,
            @Nullable String datatype,
            @Nullable String language,
            @Nullable String graph) {
        if (quads.size() >= maxQuads) {
            throw new RefusedException(Problem.TOO_MUCH_WORK, "quads");
        }
        quads.add(new Quad(subject, predicate, object, datatype, language, graph));
    }

    private String freshBlank() {
        return "_:b" + blanks++;
    }

    private static JsonObject asNode(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new RefusedException(Problem.INVALID, "");
    }

    static String absolute(@Nullable JsonValue value, Problem otherwise) {
        String text = value instanceof JsonString string ? string.getString() : String.valueOf(value);
        if (!(value instanceof JsonString) || !Iris.isAbsolute(text)) {
            throw new RefusedException(otherwise, text);
        }
        return text;
    }
}
