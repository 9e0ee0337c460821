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

/**
 * The part of JSON-LD that badges are written in, from JSON to RDF in one walk over scopes that are kept (JSON-LD 1.1 API 5.1
 * and 8). A document with anything else in it (lists, maps, value objects, nested contexts, unknown terms, nulls), or with
 * anything that safe mode refuses, is left whole to the whole algorithm, so that there is one answer to every question; a test
 * holds both equal. One for each document.
 */
final class PlainExpansion {
    private static final String CONTEXT = "@context";

    private final List<Quad> quads = new ArrayList<>();
    private int objects;
    private int types;
    private int blanks;
    private String root;

    private PlainExpansion() {}

    /**
     * The statements, or nothing when the document has more in it than this part.
     *
     * @param scope of the document's context
     */
    static Optional<List<Quad>> expand(ObjectNode document, Scope scope) {
        PlainExpansion plain = new PlainExpansion();
        try {
            plain.node(document, scope, null);
            return plain.quads.isEmpty() ? Optional.empty() : Optional.of(plain.quads);
        } catch (BeyondException | RefusedException | JsonLdError e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a node.
     *
     * @param property the property that led here, or null at the root
     * @return its id or label
     */
    private String node(JsonNode node, Scope outer, Word property) throws JsonLdError {
        if (++objects > JsonLd.MAX_OBJECTS) {
            throw new BeyondException();
        }
        boolean isRoot = property == null;
        Scope scope = outer.previous() == null || isReference(node, outer) ? outer : outer.previous();
        if (!isRoot && property.local() != null) {
            scope = scope.ofProperty(property.name(), property.local());
        }
        Word type = type(node, scope, isRoot);
        Scope typed = type == null ? scope : typed(node.get(type.name()), scope);
        List<Word> words = words(node, typed, type, isRoot);
        String subject = subject(node, words, typed);
        int at = 0;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (isRoot && member.getKey().equals(CONTEXT)) {
                continue;
            }
            Word word = words.get(at++);
            if (word.kind() == Word.Kind.TYPE) {
                writeTypes(subject, member.getValue(), scope);
            } else if (word.kind() == Word.Kind.PROPERTY) {
                writeValues(subject, member.getValue(), typed, word);
            }
        }
        return subject;
    }

    /** Whether a node is nothing but an id; then the scope of the type around it still holds (step 7). */
    private static boolean isReference(JsonNode node, Scope scope) {
        Word only = node.size() == 1 ? scope.word(node.fieldNames().next()) : null;
        return only != null && only.kind() == Word.Kind.ID;
    }

    /** The member that holds the types, or null. */
    private Word type(JsonNode node, Scope scope, boolean isRoot) {
        Word found = null;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (name.startsWith("@") && !(isRoot && name.equals(CONTEXT))) {
                throw new BeyondException();
            }
            Word word = scope.word(name);
            if (word != null && word.kind() == Word.Kind.TYPE) {
                if (found != null) {
                    throw new BeyondException();
                }
                found = word;
            }
        }
        return found;
    }

    private Scope typed(JsonNode value, Scope scope) throws JsonLdError {
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
        Scope typed = scope;
        for (String type : sorted) {
            Word word = scope.word(type);
            JsonValue local = word == null ? null : word.local();
            if (local != null) {
                typed = typed.ofType(type, local);
            }
        }
        return typed;
    }

    /** What each member means, in their order; no two of them the same. */
    private List<Word> words(JsonNode node, Scope typed, Word type, boolean isRoot) {
        List<Word> words = new ArrayList<>(node.size());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (isRoot && name.equals(CONTEXT)) {
                continue;
            }
            Word word = typed.word(name);
            boolean isType = type != null && name.equals(type.name());
            if (word == null
                    || word.kind() == Word.Kind.BEYOND
                    || (word.kind() == Word.Kind.TYPE) != isType
                    || name.indexOf(':') >= 0) {
                throw new BeyondException();
            }
            for (Word other : words) {
                if (other.iri().equals(word.iri())) {
                    throw new BeyondException();
                }
            }
            words.add(word);
        }
        return words;
    }

    private String subject(JsonNode node, List<Word> words, Scope typed) throws JsonLdError {
        String id = null;
        for (Word word : words) {
            if (word.kind() == Word.Kind.ID) {
                id = iri(text(node.get(word.name())), typed, false);
            }
        }
        if (id != null && id.equals(root) && node.size() > 1) {
            throw new BeyondException(); // says more of the credential: whether it may is asked there
        }
        String subject = id == null ? "_:b" + blanks++ : id;
        root = root == null ? subject : root;
        return subject;
    }

    private void writeTypes(String subject, JsonNode value, Scope scope) throws JsonLdError {
        if (value.isArray()) {
            for (JsonNode type : value) {
                add(subject, Iris.TYPE, type(text(type), scope), null);
            }
        } else {
            add(subject, Iris.TYPE, type(text(value), scope), null);
        }
    }

    private static String type(String type, Scope scope) throws JsonLdError {
        Word word = scope.word(type);
        if (word != null && word.absolute()) {
            return word.iri();
        }
        return absolute(scope.context()
                .uriExpansion()
                .vocab(true)
                .documentRelative(true)
                .expand(type));
    }

    private void writeValues(String subject, JsonNode value, Scope scope, Word property) throws JsonLdError {
        if (value.isArray()) {
            for (JsonNode item : value) {
                writeValue(subject, item, scope, property);
            }
        } else {
            writeValue(subject, value, scope, property);
        }
    }

    private void writeValue(String subject, JsonNode value, Scope scope, Word property) throws JsonLdError {
        if (property.values() == Word.Values.BEYOND && !value.isObject()) {
            throw new BeyondException();
        }
        if (value.isObject()) {
            add(subject, property.iri(), node(value, scope, property), null);
        } else if (!value.isValueNode() || value.isNull()) {
            throw new BeyondException();
        } else if (property.local() == null) {
            writeScalar(subject, property, value, scope, property);
        } else {
            Scope own = scope.ofValue(property.name(), property.local());
            writeScalar(subject, property, value, own, own.word(property.name()));
        }
    }

    /** @param meaning of the property where the value stands */
    private void writeScalar(String subject, Word property, JsonNode value, Scope scope, Word meaning)
            throws JsonLdError {
        if (meaning == null || meaning.values() == Word.Values.BEYOND) {
            throw new BeyondException();
        }
        if (meaning.values() != Word.Values.TEXT) {
            String object = iri(text(value), scope, meaning.values() == Word.Values.VOCABULARY);
            add(subject, property.iri(), object, null);
            return;
        }
        if (value.isTextual() && InputScan.hasLoneSurrogate(value.textValue())) {
            throw new BeyondException();
        }
        Literal literal = Literal.of(value, meaning.datatype());
        add(subject, property.iri(), literal.text(), literal.datatype());
    }

    private static String iri(String text, Scope scope, boolean vocabulary) throws JsonLdError {
        int colon = text.indexOf(':', 1);
        boolean complete = colon > 0
                && Iris.isAscii(text)
                && (text.startsWith("//", colon + 1) || scope.word(text.substring(0, colon)) == null);
        Word word = scope.word(text);
        if (complete && word == null && Iris.isAbsolute(text)) {
            return text;
        }
        if (vocabulary && word != null && word.absolute()) {
            return word.iri();
        }
        return absolute(scope.context()
                .uriExpansion()
                .documentRelative(true)
                .vocab(vocabulary)
                .expand(text));
    }

    private void add(String subject, String predicate, String object, String datatype) {
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

    private static String absolute(String expanded) {
        if (expanded == null || !Iris.isAbsolute(expanded) || InputScan.hasLoneSurrogate(expanded)) {
            throw new BeyondException();
        }
        return expanded;
    }

    /** The document has more in it than this part of the algorithm. */
    private static final class BeyondException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BeyondException() {
            super("left to the whole algorithm", null, false, false);
        }
    }
}
