package fr.badgesiae.verifier.jsonld;

import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses nodes of one id in different roles between which a statement could move without a change of the RDF: evidence with
 * the id of the achievement could lend it its name. The role of a node is the class of the property that it stands under,
 * never its types, which could move as well. Two nodes in one role describe one thing and may differ. The root has rules of its
 * own in {@link ReusedIds}.
 */
final class SharedIds {
    /**
     * One use of an id.
     *
     *
     * @param role the classes of the property; empty where the class table does not know the property
     */
    private record Use(JsonObject node, Set<String> role) {
        boolean states() {
            return node.keySet().stream().anyMatch(name -> !name.startsWith("@"));
        }

        /** Whether readers look for a predicate here. A property unknown to the class table may have any meaning. */
        boolean admits(String predicate) {
            return role.isEmpty()
                    ? states()
                    : role.stream().anyMatch(name -> CredentialTerms.mayState(name, predicate));
        }
    }

    private final Map<String, List<Use>> uses = new HashMap<>();

    private SharedIds() {}

    /**
     * Checks one graph and those inside it.
     *
     *
     * @param root a node in expanded form
     * @throws RefusedException for the first id with statements that could move
     */
    static void check(JsonObject root) {
        SharedIds graph = new SharedIds();
        graph.collect(root, "", true);
        for (Map.Entry<String, List<Use>> entry : graph.uses.entrySet()) {
            if (entry.getValue().size() > 1) {
                compare(entry.getKey(), entry.getValue());
            }
        }
    }

    private void collect(JsonObject node, String property, boolean isRoot) {
        String id = id(node);
        if (id != null && !isRoot) {
            uses.computeIfAbsent(id, key -> new ArrayList<>()).add(new Use(node, CredentialTerms.ranges(property)));
        }
        for (Map.Entry<String, JsonValue> entry : node.entrySet()) {
            String name = entry.getKey();
            if (entry.getValue() instanceof JsonArray values) {
                for (JsonValue value : values) {
                    if (value instanceof JsonObject object && !object.containsKey("@value")) {
                        inside(object, name, property);
                    }
                }
            }
        }
    }

    private void inside(JsonObject object, String name, String property) {
        if (name.equals("@graph")) {
            check(object); // statements of two graphs never merge
        } else {
            collect(object, name.startsWith("@") ? property : name, false);
        }
    }

    private static void compare(String id, List<Use> uses) {
        for (Use from : uses) {
            for (Map.Entry<String, JsonValue> statement : from.node().entrySet()) {
                if (!statement.getKey().startsWith("@")) {
                    for (Use to : uses) {
                        if (!isSameRole(from, to) && mayMove(statement, from, to)) {
                            throw new RefusedException(Problem.DISGUISED, id);
                        }
                    }
                }
            }
        }
    }

    private static boolean isSameRole(Use one, Use other) {
        return one.role().equals(other.role());
    }

    private static boolean mayMove(Map.Entry<String, JsonValue> statement, Use from, Use to) {
        String predicate = statement.getKey();
        if (!to.admits(predicate)) {
            return false;
        }
        JsonValue stated = to.node().get(predicate);
        if (stated == null) {
            return !from.admits(predicate) && !isImage(predicate);
        }
        return stated instanceof JsonArray values
                && statement.getValue() instanceof JsonArray moved
                && !ReusedIds.values(values).equals(ReusedIds.values(moved));
    }

    /** The issuer and the subject of a badge for oneself are one; only one of them may have a picture. */
    private static boolean isImage(String predicate) {
        return predicate.endsWith("#image") || predicate.endsWith("#Image");
    }

    private static @Nullable String id(JsonObject node) {
        return node.get("@id") instanceof JsonString id ? id.getString() : null;
    }
}
