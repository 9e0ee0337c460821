package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The violations of a JSON Schema, for readers. Of the alternatives of an {@code anyOf} or {@code oneOf} only one is
 * reported: the one that the document follows. A document that follows none violates all of them, and the violations of the
 * others would name members that it never had to have.
 *
 * <p>An alternative for another JSON type is set aside first, then one with violations in the members that tell classes and
 * versions apart ({@code @context}, {@code type}); then the fewest violations decide, then the order of the schema.
 */
public final class Violations {
    private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf");
    /** Keywords that are followed by a name or an index in an evaluation path. */
    private static final Set<String> NAMED = Set.of(
            "anyOf",
            "oneOf",
            "allOf",
            "properties",
            "patternProperties",
            "prefixItems",
            "dependentSchemas",
            "dependencies",
            "$defs",
            "definitions");
    /** Keywords whose subschemas apply to a member or an item of the instance. */
    private static final Set<String> DEEPER = Set.of(
            "properties",
            "patternProperties",
            "additionalProperties",
            "unevaluatedProperties",
            "prefixItems",
            "items",
            "additionalItems",
            "unevaluatedItems",
            "contains");
    /** Members that state class and version. */
    private static final Set<String> SELECTING = Set.of("@context", "type", "@type");

    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private Violations() {}

    /** Location and keyword of each violation, never a value. */
    public static List<String> of(List<Error> errors) {
        return chosen(errors.stream().map(error -> new Violation(error, 0, 0)).toList()).stream()
                .map(violation -> message(violation.error()))
                .toList();
    }

    private static String message(Error error) {
        String property = error.getProperty() == null ? "" : " " + error.getProperty();
        return error.getInstanceLocation() + " " + error.getKeyword() + property;
    }

    /**
     * A violation and how far its evaluation path has been walked.
     *
     * @param at index in the evaluation path
     * @param depth index in the instance location
     */
    private record Violation(Error error, int at, int depth) {
        /** At the next alternatives, or at the end of the path. */
        Violation walked() {
            NodePath path = error.getEvaluationPath();
            int walked = at;
            int deeper = depth;
            while (walked < path.getNameCount() && !ALTERNATIVES.contains(path.getName(walked))) {
                String keyword = path.getName(walked);
                deeper += DEEPER.contains(keyword) ? 1 : 0;
                walked += NAMED.contains(keyword) ? 2 : 1;
            }
            return new Violation(error, walked, deeper);
        }

        /**
         * Whether it is of one of several alternatives: their keyword and the index of one follow. A remote schema may be of
         * a draft where a property with the name of such a keyword stands in another place.
         */
        boolean isOfAlternative() {
            NodePath path = error.getEvaluationPath();
            return at + 1 < path.getNameCount()
                    && INDEX.matcher(path.getName(at + 1)).matches();
        }

        int alternative() {
            return Integer.parseInt(error.getEvaluationPath().getName(at + 1));
        }

        Violation inside() {
            return new Violation(error, at + 2, depth);
        }

        /** Equal for violations of the same alternatives of the same node. */
        List<String> node() {
            List<String> node = new ArrayList<>();
            for (int i = 0; i < at; i++) {
                node.add(error.getEvaluationPath().getName(i));
            }
            node.add("");
            for (int i = 0; i < Math.min(depth, error.getInstanceLocation().getNameCount()); i++) {
                node.add(error.getInstanceLocation().getName(i));
            }
            return node;
        }
    }

    private static List<Violation> chosen(List<Violation> violations) {
        Map<List<String>, List<Violation>> nodes = new LinkedHashMap<>();
        int single = 0;
        for (Violation violation : violations) {
            Violation walked = violation.walked();
            List<String> key = walked.isOfAlternative() ? walked.node() : List.of(Integer.toString(single++));
            nodes.computeIfAbsent(key, node -> new ArrayList<>()).add(walked);
        }
        return nodes.values().stream()
                .flatMap(group -> group.get(0).isOfAlternative() ? best(group).stream() : group.stream())
                .toList();
    }

    private static List<Violation> best(List<Violation> group) {
        int depth = group.get(0).depth();
        Map<Integer, List<Violation>> alternatives = new TreeMap<>();
        group.forEach(violation -> alternatives
                .computeIfAbsent(violation.alternative(), index -> new ArrayList<>())
                .add(violation.inside()));
        return alternatives.values().stream()
                .map(Violations::chosen)
                .min(Comparator.<List<Violation>>comparingLong(
                                violations -> count(violations, v -> isOtherType(v.error(), depth)))
                        .thenComparingLong(violations -> count(violations, v -> selects(v.error(), depth)))
                        .thenComparingInt(List::size))
                .orElseThrow();
    }

    private static long count(List<Violation> violations, Predicate<Violation> which) {
        return violations.stream().filter(which).count();
    }

    /** Whether the alternative is for another JSON type than the node itself has. */
    private static boolean isOtherType(Error error, int depth) {
        if (error.getInstanceLocation().getNameCount() != depth) {
            return false;
        }
        return switch (error.getKeyword()) {
            case "type" -> true;
            case "const" -> isOther(error.getSchemaNode(), error.getInstanceNode());
            case "enum" -> {
                boolean other = true;
                for (JsonNode value : error.getSchemaNode()) {
                    other &= isOther(value, error.getInstanceNode());
                }
                yield other;
            }
            default -> false;
        };
    }

    private static boolean isOther(JsonNode wanted, JsonNode found) {
        return wanted.getNodeType() != found.getNodeType();
    }

    /** Whether it concerns a member that states class or version. */
    private static boolean selects(Error error, int depth) {
        NodePath location = error.getInstanceLocation();
        return location.getNameCount() > depth && SELECTING.contains(location.getName(depth));
    }
}
