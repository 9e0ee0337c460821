package fr.badgesiae.verifier.jsonld;

import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the uses of one id for several nodes that let statements change places without a change of the RDF. RDF merges
 * nodes of one id; the checks read each node alone. Other uses of an id are allowed, as in the complete example of OB 3.0.
 */
final class ReusedIds {
    private static final String CREDENTIALS = "https://www.w3.org/2018/credentials#";

    /** Properties whose objects the checks act on, each object alone. */
    private static final Set<String> ACTED_ON = Set.of(
            CREDENTIALS + "credentialStatus",
            CREDENTIALS + "credentialSchema",
            CREDENTIALS + "refreshService",
            CREDENTIALS + "termsOfUse");

    private final @Nullable String credential;
    private final Map<String, Set<JsonValue>> displayed = new HashMap<>();

    private ReusedIds(@Nullable String credential) {
        this.credential = credential;
    }

    /**
     * Checks a document.
     *
     * @param root the root node in expanded form
     * @throws RefusedException for the first node that may hold statements of another one
     */
    static void check(JsonObject root) {
        new ReusedIds(id(root)).checkNode(root, "", new Graph(new HashMap<>(), new HashSet<>()));
        SharedIds.check(root);
    }

    /** @param property of the node, or an empty text at the root */
    private void checkNode(JsonObject node, String property, Graph graph) {
        String id = id(node);
        if (id != null && node.size() > 1) {
            graph.add(node, id, ACTED_ON.contains(property));
            if (id.equals(credential)) {
                checkPredicates(node, property.isEmpty());
                checkDisplayed(node);
            }
        }
        for (Map.Entry<String, JsonValue> entry : node.entrySet()) {
            String name = entry.getKey();
            // Statements of two graphs never merge.
            Graph inner = name.equals("@graph") ? new Graph(new HashMap<>(), new HashSet<>()) : graph;
            if (entry.getValue() instanceof JsonArray values) {
                for (JsonValue value : values) {
                    if (value instanceof JsonObject object && !object.containsKey("@value")) {
                        checkNode(object, name, inner);
                    }
                }
            }
        }
    }

    private static void checkPredicates(JsonObject node, boolean isRoot) {
        if (isRoot) {
            return;
        }
        if (node.get("@type") instanceof JsonArray types) {
            for (JsonValue type : types) {
                if (type instanceof JsonString text && CredentialTerms.isCredentialClass(text.getString())) {
                    throw disguised(node);
                }
            }
        }
        for (String name : node.keySet()) {
            if (!name.startsWith("@") && !CredentialTerms.mayRepeat(name) && !CredentialTerms.isOfOthersOnly(name)) {
                throw disguised(node);
            }
        }
    }

    /** Names, descriptions and images are common to all classes; all nodes of the id must state the same. */
    private void checkDisplayed(JsonObject node) {
        for (Map.Entry<String, JsonValue> entry : node.entrySet()) {
            if (CredentialTerms.mayRepeat(entry.getKey()) && entry.getValue() instanceof JsonArray array) {
                Set<JsonValue> values = values(array);
                Set<JsonValue> others = displayed.putIfAbsent(entry.getKey(), values);
                if (others != null && !others.equals(values)) {
                    throw disguised(node);
                }
            }
        }
    }

    /** Values as RDF compares them: a node by its id. */
    static Set<JsonValue> values(JsonArray array) {
        Set<JsonValue> values = new HashSet<>();
        for (JsonValue value : array) {
            JsonValue id = value instanceof JsonObject node ? node.get("@id") : null;
            values.add(id == null ? value : id);
        }
        return values;
    }

    private static @Nullable String id(JsonObject node) {
        return node.get("@id") instanceof JsonString id ? id.getString() : null;
    }

    private static RefusedException disguised(JsonObject node) {
        return new RefusedException(Problem.DISGUISED, String.valueOf(id(node)));
    }

    /**
     * The nodes of one graph so far.
     *
     * @param actedOn the objects of {@link #ACTED_ON}, by id
     * @param entries the ids of other nodes that state members of a status entry
     */
    private record Graph(Map<String, JsonObject> actedOn, Set<String> entries) {
        void add(JsonObject node, String id, boolean isActedOn) {
            if (isActedOn) {
                // Equal objects have nothing to exchange: endorsements often share a list or a schema.
                JsonObject other = actedOn.putIfAbsent(id, node);
                if (other != null && !other.equals(node)) {
                    throw disguised(node);
                }
            } else if (node.keySet().stream().anyMatch(CredentialTerms::isOfStatusEntries)) {
                entries.add(id);
            }
            if (entries.contains(id) && actedOn.containsKey(id)) {
                throw disguised(node);
            }
        }
    }

    /** The ids on the fast path, which leaves every document with a doubtful id to {@link #check}. */
    static final class Seen {
        private final Map<String, Use> uses = new HashMap<>();

        /**
         * Adds a reference.
         *
         * @param property under which it stands
         * @return whether another use of the id states anything, in another role
         */
        boolean needsCheck(String id, TermDefinition property) {
            boolean unknown = !ACTED_ON.contains(property.iri())
                    && CredentialTerms.ranges(property.iri()).isEmpty();
            // As in SharedIds: a mere reference, under a property that no reader knows.
            return !unknown && needsCheck(id, new Use(false, role(property)));
        }

        /**
         * Adds a node.
         *
         * @param terms the definitions of its members
         * @param property of the node, or null at the root
         * @return whether one of several uses of the id states more than id and types, in another role
         */
        boolean needsCheck(String id, List<TermDefinition> terms, @Nullable TermDefinition property) {
            boolean states = false;
            for (TermDefinition term : terms) {
                states |= term.kind() == TermDefinition.Kind.PROPERTY;
            }
            // Of an object that a check acts on, the type alone says much.
            boolean actedOn = property != null && terms.size() > 1 && ACTED_ON.contains(property.iri());
            return needsCheck(id, new Use(states || actedOn, role(property)));
        }

        private boolean needsCheck(String id, Use use) {
            Use before = uses.putIfAbsent(id, use);
            if (before == null) {
                return false;
            }
            if (before.role().isEmpty() || !before.role().equals(use.role())) {
                uses.put(id, new Use(use.states() || before.states(), Set.of()));
                return use.states() || before.states();
            }
            uses.put(id, new Use(use.states() || before.states(), use.role()));
            return false;
        }

        /** {@link SharedIds} lets nodes in one role differ; the root and what a check acts on have rules of their own. */
        private static Set<String> role(@Nullable TermDefinition property) {
            return property == null || ACTED_ON.contains(property.iri())
                    ? Set.of()
                    : CredentialTerms.ranges(property.iri());
        }

        /**
         * @param states whether one of them states more than id and types
         * @param role the classes of the properties under which all of them stand; empty where they differ or none is known
         */
        private record Use(boolean states, Set<String> role) {}
    }
}
