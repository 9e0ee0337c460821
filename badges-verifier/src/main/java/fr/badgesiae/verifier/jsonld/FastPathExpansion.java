package fr.badgesiae.verifier.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fast path from JSON to RDF for the usual forms of a badge, in one walk over cached active contexts (JSON-LD 1.1 API 5.1
 * and 8). Any other form (lists, maps, value objects, nested contexts, unknown terms, nulls), and anything that safe mode
 * refuses, goes to the full algorithm. A test compares the results of both. One instance for each document.
 */
final class FastPathExpansion {
    private static final String CONTEXT = "@context";

    private final List<Quad> quads = new ArrayList<>();
    private final ReusedIds.Seen ids = new ReusedIds.Seen();
    private int objects;
    private int types;
    private int blanks;

    private FastPathExpansion() {}

    /**
     * The quads; empty when the document needs the full algorithm.
     *
     * @param active the active context of the document
     */
    static Optional<List<Quad>> expand(ObjectNode document, ActiveContext active) {
        FastPathExpansion plain = new FastPathExpansion();
        try {
            plain.node(document, active, null);
            return plain.quads.isEmpty() ? Optional.empty() : Optional.of(plain.quads);
        } catch (BeyondException | RefusedException | JsonLdError e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a node.
     *
     * @param property the property of the node, or null at the root
     * @return its id or label
     */
    private String node(JsonNode node, ActiveContext outer, @Nullable TermDefinition property) throws JsonLdError {
        if (++objects > JsonLd.MAX_OBJECTS) {
            throw new BeyondException();
        }
        boolean isRoot = property == null;
        ActiveContext previous = outer.previous();
        ActiveContext active = previous == null || isReference(node, outer) ? outer : previous;
        if (property != null && property.local() != null) {
            active = active.ofProperty(property.name(), property.local());
        }
        TermDefinition type = type(node, active, isRoot);
        ActiveContext typed = type == null ? active : typed(node.get(type.name()), active);
        List<TermDefinition> terms = terms(node, typed, type, isRoot);
        String subject = subject(node, terms, typed, property);
        int at = 0;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (isRoot && member.getKey().equals(CONTEXT)) {
                continue;
            }
            TermDefinition term = terms.get(at++);
            if (term.kind() == TermDefinition.Kind.TYPE) {
                writeTypes(subject, member.getValue(), active);
            } else if (term.kind() == TermDefinition.Kind.PROPERTY) {
                writeValues(subject, member.getValue(), typed, term);
            }
        }
        return subject;
    }

    /** Whether a node consists of an id only; then the type-scoped context still applies (step 7). */
    private static boolean isReference(JsonNode node, ActiveContext active) {
        TermDefinition only = node.size() == 1 ? active.term(node.fieldNames().next()) : null;
        return only != null && only.kind() == TermDefinition.Kind.ID;
    }

    /** The member with the types, or null. */
    private @Nullable TermDefinition type(JsonNode node, ActiveContext active, boolean isRoot) {
        TermDefinition found = null;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (name.startsWith("@") && !(isRoot && name.equals(CONTEXT))) {
                throw new BeyondException();
            }
            TermDefinition term = active.term(name);
            if (term != null && term.kind() == TermDefinition.Kind.TYPE) {
                if (found != null) {
                    throw new BeyondException();
                }
                found = term;
            }
        }
        return found;
    }

    private ActiveContext typed(JsonNode value, ActiveContext active) throws JsonLdError {
        int count = value.isArray() ? value.size() : 1;
        types += Math.max(1, count);
        if (count > InputScan.MAX_TYPES_OF_ONE || types > InputScan.MAX_TYPES) {
            throw new BeyondException();
        }
        List<String> sorted = new ArrayList<>(count);
        if (value.isArray()) {
            for (JsonNode type : value) {
                sorted.add(text(type));
            }
            Collections.sort(sorted);
        } else {
            sorted.add(text(value));
        }
        ActiveContext typed = active;
        for (String type : sorted) {
            TermDefinition term = active.term(type);
            JsonValue local = term == null ? null : term.local();
            if (local != null) {
                typed = typed.ofType(type, local);
            }
        }
        return typed;
    }

    /** The term definition of each member, in order; all distinct. */
    private List<TermDefinition> terms(
            JsonNode node, ActiveContext typed, @Nullable TermDefinition type, boolean isRoot) {
        List<TermDefinition> terms = new ArrayList<>(node.size());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (isRoot && name.equals(CONTEXT)) {
                continue;
            }
            TermDefinition term = typed.term(name);
            boolean isType = type != null && name.equals(type.name());
            if (term == null
                    || term.kind() == TermDefinition.Kind.OTHER
                    || (term.kind() == TermDefinition.Kind.TYPE) != isType
                    || name.indexOf(':') >= 0) {
                throw new BeyondException();
            }
            for (TermDefinition other : terms) {
                // IRIs of one vocabulary have long beginnings in common; their hashes are kept.
                if (other.iri().hashCode() == term.iri().hashCode()
                        && other.iri().equals(term.iri())) {
                    throw new BeyondException();
                }
            }
            terms.add(term);
        }
        return terms;
    }

    private String subject(
            JsonNode node, List<TermDefinition> terms, ActiveContext typed, @Nullable TermDefinition property)
            throws JsonLdError {
        String id = null;
        for (TermDefinition term : terms) {
            if (term.kind() == TermDefinition.Kind.ID) {
                id = iri(text(node.get(term.name())), typed, false);
            }
        }
        if (id != null && ids.needsCheck(id, terms, property)) {
            throw new BeyondException();
        }
        return id == null ? "_:b" + blanks++ : id;
    }

    private void writeTypes(String subject, JsonNode value, ActiveContext active) throws JsonLdError {
        if (value.isArray()) {
            for (JsonNode type : value) {
                add(subject, Iris.TYPE, type(text(type), active), null);
            }
        } else {
            add(subject, Iris.TYPE, type(text(value), active), null);
        }
    }

    private static String type(String type, ActiveContext active) throws JsonLdError {
        TermDefinition term = active.term(type);
        if (term != null && term.absolute()) {
            return term.iri();
        }
        return absolute(active.context()
                .uriExpansion()
                .vocab(true)
                .documentRelative(true)
                .expand(type));
    }

    private void writeValues(String subject, JsonNode value, ActiveContext active, TermDefinition property)
            throws JsonLdError {
        if (value.isArray()) {
            for (JsonNode item : value) {
                writeValue(subject, item, active, property);
            }
        } else {
            writeValue(subject, value, active, property);
        }
    }

    private void writeValue(String subject, JsonNode value, ActiveContext active, TermDefinition property)
            throws JsonLdError {
        if (property.values() == TermDefinition.Values.OTHER && !value.isObject()) {
            throw new BeyondException();
        }
        if (value.isObject()) {
            add(subject, property.iri(), node(value, active, property), null);
        } else if (!value.isValueNode() || value.isNull()) {
            throw new BeyondException();
        } else if (property.local() == null) {
            writeScalar(subject, property, value, active, property);
        } else {
            ActiveContext own = active.ofValue(property.name(), property.local());
            writeScalar(subject, property, value, own, own.term(property.name()));
        }
    }

    /** @param meaning the term definition of the property with the value */
    private void writeScalar(
            String subject,
            TermDefinition property,
            JsonNode value,
            ActiveContext active,
            @Nullable TermDefinition meaning)
            throws JsonLdError {
        if (meaning == null || meaning.values() == TermDefinition.Values.OTHER) {
            throw new BeyondException();
        }
        if (meaning.values() != TermDefinition.Values.TEXT) {
            String object = iri(text(value), active, meaning.values() == TermDefinition.Values.VOCABULARY);
            if (ids.needsCheck(object, property)) {
                throw new BeyondException();
            }
            add(subject, property.iri(), object, null);
            return;
        }
        if (value.isTextual() && InputScan.hasLoneSurrogate(value.textValue())) {
            throw new BeyondException();
        }
        Literal literal = Literal.of(value, meaning.datatype());
        add(subject, property.iri(), literal.text(), literal.datatype());
    }

    private static String iri(String text, ActiveContext active, boolean vocabulary) throws JsonLdError {
        int colon = text.indexOf(':', 1);
        boolean complete = colon > 0
                && Iris.isAscii(text)
                && (text.startsWith("//", colon + 1) || active.term(text.substring(0, colon)) == null);
        TermDefinition term = active.term(text);
        if (complete && term == null && Iris.isAbsolute(text)) {
            return text;
        }
        if (vocabulary && term != null && term.absolute()) {
            return term.iri();
        }
        return absolute(active.context()
                .uriExpansion()
                .documentRelative(true)
                .vocab(vocabulary)
                .expand(text));
    }

    private void add(String subject, String predicate, String object, @Nullable String datatype) {
        if (quads.size() >= JsonLd.MAX_QUADS) {
            throw new BeyondException();
        }
        quads.add(new Quad(subject, predicate, object, datatype, null, null));
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new BeyondException();
        }
        return node.textValue();
    }

    private static String absolute(@Nullable String expanded) {
        if (expanded == null || !Iris.isAbsolute(expanded) || InputScan.hasLoneSurrogate(expanded)) {
            throw new BeyondException();
        }
        return expanded;
    }

    /** The document needs the full algorithm. */
    private static final class BeyondException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BeyondException() {
            super("left to the whole algorithm", null, false, false);
        }
    }
}
