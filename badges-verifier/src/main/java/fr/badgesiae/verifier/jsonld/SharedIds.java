package fr.badgesiae.verifier.jsonld;

import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses nodes of one id in different roles between which a statement could move without a change of the RDF: evidence with
 * the id of the achievement could lend it its name. The role of a node is the class of the property that it stands under,
 * never its types, which could move as well. Two nodes in one role describe one thing and may differ. The root has rules of its
 * own in {@link ReusedIds}.
 */
final class SharedIds {
    /** The nodes of one id under properties of the same classes. */
    private static final class Role {
        private final Set<String> classes;
        private final Map<String, List<Set<JsonValue>>> stated = new HashMap<>();
        private int nodes;

        /** @param classes of the property; empty where the class table does not know the property */
        Role(Set<String> classes) {
            this.classes = classes;
        }

        void add(JsonObject node) {
            List<String> predicates =
                    node.keySet().stream().filter(name -> !name.startsWith("@")).toList();
            if (classes.isEmpty() && predicates.isEmpty()) {
                return; // a mere reference, under a property that no reader knows
            }
            nodes++;
            for (String predicate : predicates) {
                if (node.get(predicate) instanceof JsonArray values) {
                    stated.computeIfAbsent(predicate, key -> new ArrayList<>()).add(ReusedIds.values(values));
                }
            }
        }

        /** Whether readers look for a predicate here. A property unknown to the class table may have any meaning. */
        boolean admits(String predicate) {
            return classes.isEmpty()
                    ? nodes > 0
                    : classes.stream().anyMatch(name -> CredentialTerms.mayState(name, predicate));
        }

        List<Set<JsonValue>> values(String predicate) {
            return stated.getOrDefault(predicate, List.of());
        }

        /** Whether a statement of this role could stand in another one instead, with the same RDF. */
        boolean mayMoveTo(Role to, String predicate) {
            if (!to.admits(predicate)) {
                return false;
            }
            List<Set<JsonValue>> there = to.values(predicate);
            boolean absent = there.size() < to.nodes && !admits(predicate) && !isImage(predicate);
            return absent || (!there.isEmpty() && differ(values(predicate), there));
        }
    }

    private static boolean differ(List<Set<JsonValue>> here, List<Set<JsonValue>> there) {
        return Stream.concat(here.stream(), there.stream()).distinct().limit(2).count() > 1;
    }

    private final Map<String, Map<Set<String>, Role>> uses = new HashMap<>();

    private SharedIds() {}

    /**
     * Checks one graph and those inside it.
     *
     * @param root a node in expanded form
     * @throws RefusedException for the first id with statements that could move
     */
    static void check(JsonObject root) {
        SharedIds graph = new SharedIds();
        graph.collect(root, "", true);
        graph.uses.forEach((id, roles) -> compare(id, roles.values()));
    }

    private void collect(JsonObject node, String property, boolean isRoot) {
        String id = id(node);
        if (id != null && !isRoot) {
            uses.computeIfAbsent(id, key -> new HashMap<>())
                    .computeIfAbsent(CredentialTerms.ranges(property), Role::new)
                    .add(node);
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

    private static void compare(String id, Collection<Role> roles) {
        for (Role from : roles) {
            for (String predicate : from.stated.keySet()) {
                for (Role to : roles) {
                    if (from != to && from.mayMoveTo(to, predicate)) {
                        throw new RefusedException(Problem.DISGUISED, id);
                    }
                }
            }
        }
    }

    /** The issuer and the subject of a badge for oneself are one; only one of them may have a picture. */
    private static boolean isImage(String predicate) {
        return predicate.endsWith("#image") || predicate.endsWith("#Image");
    }

    private static @Nullable String id(JsonObject node) {
        return node.get("@id") instanceof JsonString id ? id.getString() : null;
    }
}
