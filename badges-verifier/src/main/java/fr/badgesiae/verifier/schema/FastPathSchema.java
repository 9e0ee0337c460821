package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fast path for the JSON Schema 2020-12 keywords of the catalogue. A positive answer is certain; any other document goes to
 * the library, which also reports violations. Keywords that negate ({@code not}, {@code if}) must therefore never be added.
 * A test compares both.
 */
public final class FastPathSchema {
    private static final Set<String> SILENT = Set.of("$schema", "$id", "$defs", "$comment", "title", "description");

    /** The types that are certain; the others go to the library. */
    private static final Map<String, JsonNodeType> TYPES = Map.of(
            "object", JsonNodeType.OBJECT,
            "array", JsonNodeType.ARRAY,
            "string", JsonNodeType.STRING,
            "number", JsonNodeType.NUMBER,
            "boolean", JsonNodeType.BOOLEAN);

    private final JsonNode root;
    private final Map<String, Reference> references = new HashMap<>();

    private FastPathSchema(JsonNode root) {
        this.root = root;
    }

    /** Whether a document certainly conforms. */
    static Predicate<JsonNode> of(JsonNode schema) {
        return new FastPathSchema(schema).compile(schema);
    }

    /** The rule of an unknown keyword: nothing is certain. */
    private static boolean unknown(JsonNode node) {
        return false;
    }

    private Predicate<JsonNode> compile(JsonNode schema) {
        if (!schema.isObject()) {
            return FastPathSchema::unknown;
        }
        List<Predicate<JsonNode>> rules = new ArrayList<>();
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (!SILENT.contains(keyword.getKey())) {
                rules.add(rule(keyword.getKey(), keyword.getValue(), schema));
            }
        }
        return rules.size() == 1 ? rules.get(0) : all(rules);
    }

    private Predicate<JsonNode> rule(String keyword, JsonNode value, JsonNode schema) {
        return switch (keyword) {
            case "$ref" -> reference(value.asText());
            case "type" -> type(value);
            case "const" -> value.isTextual() ? value::equals : FastPathSchema::unknown;
            case "enum" -> oneOf(value);
            case "pattern" -> pattern(value.asText());
            case "required" -> required(value);
            case "properties" -> properties(value);
            case "additionalProperties" -> noOthers(value, schema.path("properties"));
            case "prefixItems" -> prefix(each(value));
            case "items" -> items(compile(value), schema.path("prefixItems").size());
            case "contains" -> contains(compile(value));
            case "minItems" -> node -> !node.isArray() || node.size() >= value.asInt();
            case "anyOf" -> any(each(value));
            case "allOf" -> all(each(value));
            default -> FastPathSchema::unknown;
        };
    }

    private List<Predicate<JsonNode>> each(JsonNode schemas) {
        List<Predicate<JsonNode>> compiled = new ArrayList<>();
        schemas.forEach(schema -> compiled.add(compile(schema)));
        return compiled;
    }

    /** Compiled once, even when the schema refers to itself. */
    private Predicate<JsonNode> reference(String pointer) {
        Reference known = references.get(pointer);
        if (known != null || !pointer.startsWith("#/")) {
            return known == null ? FastPathSchema::unknown : known;
        }
        Reference made = new Reference();
        references.put(pointer, made);
        made.meant = compile(root.at(pointer.substring(1)));
        return made;
    }

    private static final class Reference implements Predicate<JsonNode> {
        private Predicate<JsonNode> meant = FastPathSchema::unknown;

        @Override
        public boolean test(JsonNode node) {
            return meant.test(node);
        }
    }

    private static Predicate<JsonNode> type(JsonNode names) {
        Set<JsonNodeType> known = EnumSet.noneOf(JsonNodeType.class);
        for (String name : strings(names.isTextual() ? List.of(names) : names)) {
            JsonNodeType type = TYPES.get(name);
            if (type != null) {
                known.add(type);
            }
        }
        return node -> known.contains(node.getNodeType());
    }

    private static Predicate<JsonNode> oneOf(JsonNode values) {
        Set<String> texts = strings(values);
        return node -> node.isTextual() && texts.contains(node.textValue());
    }

    private static Set<String> strings(Iterable<JsonNode> nodes) {
        Set<String> strings = new HashSet<>();
        nodes.forEach(node -> strings.add(node.isTextual() ? node.textValue() : ""));
        strings.remove("");
        return strings;
    }

    private static Predicate<JsonNode> pattern(String regex) {
        RegularExpression expression = JDKRegularExpressionFactory.getInstance().getRegularExpression(regex);
        return node -> !node.isTextual() || expression.matches(node.textValue());
    }

    private static Predicate<JsonNode> required(JsonNode names) {
        String[] all = strings(names).toArray(String[]::new);
        return node -> {
            for (String name : all) {
                if (node.isObject() && !node.has(name)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Predicate<JsonNode> properties(JsonNode schemas) {
        Map<String, Predicate<JsonNode>> rules = new HashMap<>();
        schemas.properties().forEach(property -> rules.put(property.getKey(), compile(property.getValue())));
        return node -> {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                Predicate<JsonNode> rule = rules.get(member.getKey());
                if (rule != null && !rule.test(member.getValue())) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<JsonNode> noOthers(JsonNode allowed, JsonNode properties) {
        if (!allowed.isBoolean() || allowed.booleanValue()) {
            return FastPathSchema::unknown;
        }
        return node -> node.properties().stream().allMatch(member -> properties.has(member.getKey()));
    }

    private static Predicate<JsonNode> prefix(List<Predicate<JsonNode>> rules) {
        return node -> {
            for (int i = 0; node.isArray() && i < Math.min(node.size(), rules.size()); i++) {
                if (!rules.get(i).test(node.get(i))) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<JsonNode> items(Predicate<JsonNode> rule, int from) {
        return node -> {
            for (int i = from; node.isArray() && i < node.size(); i++) {
                if (!rule.test(node.get(i))) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<JsonNode> contains(Predicate<JsonNode> rule) {
        return node -> {
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                if (rule.test(node.get(i))) {
                    return true;
                }
            }
            return !node.isArray();
        };
    }

    private static Predicate<JsonNode> any(List<Predicate<JsonNode>> rules) {
        return node -> {
            for (Predicate<JsonNode> rule : rules) {
                if (rule.test(node)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<JsonNode> all(List<Predicate<JsonNode>> rules) {
        return node -> {
            for (Predicate<JsonNode> rule : rules) {
                if (!rule.test(node)) {
                    return false;
                }
            }
            return true;
        };
    }
}
