package fr.badgesiae.verifier.ob2.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reduces the JSON-LD variants of a document to one, without expansion. Keys and types become terms, a list of one its
 * member, a value object its value; nulls, empty lists and empty texts are removed.
 */
public final class NormalForm {
    /** Types that a reference to a BadgeClass or issuer may have beside its id. */
    private static final Set<String> NAMED_AS = Set.of("BadgeClass", "Profile", "Issuer");

    private final TermMap terms;

    private NormalForm(TermMap terms) {
        this.terms = terms;
    }

    /** A new document; the given one is not changed. */
    public static ObjectNode of(ObjectNode document) {
        ObjectNode only = onlyNode(document);
        JsonNode normal = new NormalForm(terms(only)).object(only);
        return normal instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /** The only node of a graph, else the document. */
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

    /** The terms of Open Badges 2.0 and those defined in the document. */
    public static TermMap terms(ObjectNode document) {
        List<JsonNode> inline = ParsedCredential.each(document.path("@context")).stream()
                .filter(JsonNode::isObject)
                .toList();
        return TermMap.openBadges2().with(inline);
    }

    private JsonNode object(JsonNode node) {
        if (node.has("@value")) {
            return node.path("@value");
        }
        if (node.has("@set") || node.has("@list")) {
            return value("", node.has("@set") ? node.path("@set") : node.path("@list"));
        }
        ObjectNode normal = JsonNodeFactory.instance.objectNode();
        Map<String, ArrayNode> several = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String key = terms.term(member.getKey());
            JsonNode value = key.equals("@context") ? member.getValue() : value(key, member.getValue());
            if (value.isMissingNode()) {
                continue;
            }
            if (normal.has(key)) {
                ArrayNode values = several.computeIfAbsent(key, first -> list(normal.get(first)));
                ParsedCredential.each(value).forEach(values::add);
                normal.set(key, values);
            } else {
                normal.set(key, value);
            }
        }
        return normal;
    }

    /** A new list: a property under several of its names has several values. */
    private static ArrayNode list(JsonNode value) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ParsedCredential.each(value).forEach(list::add);
        return list;
    }

    private JsonNode value(String key, JsonNode value) {
        if (value.isNull() || (value.isTextual() && value.textValue().isEmpty())) {
            return JsonNodeFactory.instance.missingNode();
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> ParsedCredential.each(value(key, each)).forEach(array::add));
            return switch (array.size()) {
                // An empty list of revocations is a statement, unlike a missing property.
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

    /** Whether an object has only an id and a class, and so is a reference. */
    private static boolean isName(JsonNode object) {
        return object.path("id").isTextual()
                && object.size() == (object.has("type") ? 2 : 1)
                && NAMED_AS.containsAll(ParsedCredential.strings(object.path("type")));
    }

    /**
     * A text that is equal for two normal forms exactly when their content is: members and list items in any order, numbers
     * by value. Contexts count only if the caller asks.
     */
    public static String canonical(JsonNode node) {
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
            return text; // not a JSON number
        }
    }
}
