package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One spelling for what JSON-LD lets be written in many: keys and types by their term, a list of one as its member, no nulls,
 * no empty lists, a value object as its value. Read as JSON: nothing here is expanded.
 */
final class NormalForm {
    /** What a BadgeClass or an issuer may be named by, beside its id, where it is only named. */
    private static final Set<String> NAMED_AS = Set.of("BadgeClass", "Profile", "Issuer");

    private final TermMap terms;

    private NormalForm(TermMap terms) {
        this.terms = terms;
    }

    /** A new document; the given one is not changed. */
    static ObjectNode of(ObjectNode document) {
        ObjectNode only = onlyNode(document);
        JsonNode normal = new NormalForm(terms(only)).object(only);
        return normal instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /** The one node of a document that is a graph of one, else the document. */
    private static ObjectNode onlyNode(ObjectNode document) {
        List<JsonNode> nodes = ParsedCredential.each(document.path("@graph"));
        boolean plain = document.size() == (document.has("@context") ? 2 : 1);
        if (!plain || nodes.size() != 1 || !(nodes.get(0) instanceof ObjectNode node)) {
            return document;
        }
        ObjectNode only = node.deepCopy();
        if (document.has("@context") && !only.has("@context")) {
            only.set("@context", document.path("@context"));
        }
        return only;
    }

    /** The terms that a document may use: those of Open Badges 2.0 and those it defines itself. */
    static TermMap terms(ObjectNode document) {
        TermMap terms = TermMap.openBadges2();
        for (JsonNode context : ParsedCredential.each(document.path("@context"))) {
            terms = context.isObject() ? terms.with(context) : terms;
        }
        return terms;
    }

    private JsonNode object(JsonNode node) {
        if (node.has("@value")) {
            return node.path("@value");
        }
        if (node.has("@set") || node.has("@list")) {
            return value("", node.has("@set") ? node.path("@set") : node.path("@list"));
        }
        ObjectNode normal = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String key = terms.term(member.getKey());
            JsonNode value = key.equals("@context") ? member.getValue() : value(key, member.getValue());
            if (!value.isMissingNode()) {
                normal.set(key, normal.has(key) ? both(normal.get(key), value) : value);
            }
        }
        return normal;
    }

    /** A property under two of its names has two values. */
    private static JsonNode both(JsonNode one, JsonNode other) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ParsedCredential.each(one).forEach(array::add);
        ParsedCredential.each(other).forEach(array::add);
        return array;
    }

    private JsonNode value(String key, JsonNode value) {
        if (value.isNull()) {
            return JsonNodeFactory.instance.missingNode();
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> ParsedCredential.each(value(key, each)).forEach(array::add));
            return switch (array.size()) {
                // A list of nothing revoked is a statement; without that property there is none.
                case 0 -> key.equals("revokedAssertions") ? array : JsonNodeFactory.instance.missingNode();
                case 1 -> array.get(0);
                default -> array;
            };
        }
        if (value.isObject()) {
            JsonNode object = object(value);
            boolean link = key.equals("badge") || key.equals("issuer");
            return link && isName(object) ? object.path("id") : object;
        }
        boolean type = key.equals("type") && value.isTextual();
        return type ? JsonNodeFactory.instance.textNode(terms.term(value.textValue())) : value;
    }

    /** Whether an object says of a thing no more than its id and class, which is to name it. */
    private static boolean isName(JsonNode object) {
        return object.path("id").isTextual()
                && object.size() == (object.has("type") ? 2 : 1)
                && NAMED_AS.containsAll(ParsedCredential.strings(object.path("type")));
    }

    /**
     * A text that is equal for two normal forms exactly when they say the same: members and list items in any order, numbers by
     * their value. Contexts count by the caller's leave only.
     */
    static String canonical(JsonNode node) {
        if (node.isObject()) {
            Map<String, String> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
            StringBuilder text = new StringBuilder("{");
            members.forEach((key, value) -> text.append(JsonNodeFactory.instance.textNode(key))
                    .append(':')
                    .append(value)
                    .append(','));
            return text.append('}').toString();
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(canonical(item)));
            items.sort(null);
            return items.toString();
        }
        return node.isNumber() ? number(node.asText()) : node.toString();
    }

    private static String number(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            return text; // no number of JSON
        }
    }
}
