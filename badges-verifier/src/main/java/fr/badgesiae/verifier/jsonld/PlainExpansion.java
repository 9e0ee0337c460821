package fr.badgesiae.verifier.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.context.TermDefinition;
import com.apicatalog.jsonld.lang.Keywords;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of JSON-LD expansion (JSON-LD 1.1 API 5.1) that badges are written in, in one walk over scopes that are kept. A
 * document with anything else in it (lists, maps, value objects, nested contexts, unknown terms, nulls) is left whole to the
 * library, so that there is one answer to every question; a test holds both equal.
 */
final class PlainExpansion {
    private static final JsonProvider JSON = JsonProvider.provider();

    private PlainExpansion() {}

    /** The expanded node, or nothing when the document has more in it than this part. */
    static Optional<JsonObject> expand(ObjectNode document, Scope scope) throws JsonLdError {
        try {
            JsonObject node = node(document, "@context", scope, null, null);
            boolean says = !node.isEmpty() && !(node.size() == 1 && node.containsKey(Keywords.ID));
            return says ? Optional.of(node) : Optional.empty();
        } catch (BeyondException e) {
            return Optional.empty();
        }
    }

    /**
     * @param ignored a member to pass over, or null
     * @param property the property that led here, or null at the root
     * @param local the property's own context, or null
     */
    private static JsonObject node(JsonNode node, String ignored, Scope outer, String property, JsonValue local)
            throws JsonLdError {
        Scope scope = outer.previous() == null || isReference(node, outer) ? outer : outer.previous();
        if (local != null) {
            scope = scope.ofProperty(property, local);
        }
        String typeKey = typeKey(node, ignored, scope);
        Scope typed = typeKey == null ? scope : typed(types(node.get(typeKey)), scope);
        JsonObjectBuilder result = JSON.createObjectBuilder();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (name.equals(ignored)) {
                continue;
            }
            TermDefinition term = typed.term(name).orElseThrow(BeyondException::new);
            String expanded = term.getUriMapping();
            if (expanded == null || !seen.add(expanded) || Keywords.TYPE.equals(expanded) != name.equals(typeKey)) {
                throw new BeyondException();
            }
            if (Keywords.TYPE.equals(expanded)) {
                result.add(expanded, expandedTypes(member.getValue(), scope));
            } else if (Keywords.ID.equals(expanded)) {
                result.add(expanded, iri(member.getValue(), typed, false));
            } else {
                result.add(expanded, values(member.getValue(), typed, name, term));
            }
        }
        return result.build();
    }

    /** Whether a node is nothing but an id; then the scope of the type around it still holds (step 7). */
    private static boolean isReference(JsonNode node, Scope scope) {
        return node.size() == 1
                && Keywords.ID.equals(scope.term(node.fieldNames().next())
                        .map(TermDefinition::getUriMapping)
                        .orElse(null));
    }

    private static String typeKey(JsonNode node, String ignored, Scope scope) {
        String found = null;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (name.startsWith("@") && !name.equals(ignored)) {
                throw new BeyondException();
            }
            boolean isType = scope.term(name)
                    .map(term -> Keywords.TYPE.equals(term.getUriMapping()))
                    .orElse(false);
            if (isType && found != null) {
                throw new BeyondException();
            }
            found = isType ? name : found;
        }
        return found;
    }

    private static List<String> types(JsonNode node) {
        List<String> types = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(type -> types.add(text(type)));
        } else {
            types.add(text(node));
        }
        return types;
    }

    private static Scope typed(List<String> types, Scope scope) throws JsonLdError {
        List<String> sorted = new ArrayList<>(types);
        Collections.sort(sorted);
        Scope typed = scope;
        for (String type : sorted) {
            JsonValue local =
                    scope.term(type).map(TermDefinition::getLocalContext).orElse(null);
            if (local != null) {
                typed = typed.ofType(type, local);
            }
        }
        return typed;
    }

    private static JsonValue expandedTypes(JsonNode node, Scope scope) throws JsonLdError {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (String type : types(node)) {
            array.add(known(scope.context()
                    .uriExpansion()
                    .vocab(true)
                    .documentRelative(true)
                    .expand(type)));
        }
        return array.build();
    }

    private static JsonValue values(JsonNode value, Scope scope, String name, TermDefinition term) throws JsonLdError {
        requirePlain(term);
        JsonArrayBuilder array = JSON.createArrayBuilder();
        if (Keywords.JSON.equals(term.getTypeMapping())) {
            return array.add(JSON.createObjectBuilder()
                            .add(Keywords.VALUE, JakartaJson.of(value))
                            .add(Keywords.TYPE, Keywords.JSON))
                    .build();
        }
        if (value.isArray()) {
            for (JsonNode item : value) {
                array.add(value(item, scope, name, term));
            }
        } else {
            array.add(value(value, scope, name, term));
        }
        return array.build();
    }

    private static void requirePlain(TermDefinition term) {
        boolean plain = !Keywords.contains(term.getUriMapping())
                && term.getUriMapping().indexOf(':') > 0
                && !term.isReverseProperty()
                && term.getNestValue() == null
                && term.getIndexMapping() == null
                && (term.getContainerMapping() == null
                        || term.getContainerMapping().stream().allMatch(Keywords.SET::equals));
        if (!plain) {
            throw new BeyondException();
        }
    }

    private static JsonValue value(JsonNode value, Scope scope, String name, TermDefinition term) throws JsonLdError {
        if (value.isObject()) {
            return node(value, null, scope, name, term.getLocalContext());
        }
        if (!value.isValueNode() || value.isNull()) {
            throw new BeyondException();
        }
        if (term.getLocalContext() == null) {
            return scalar(value, scope, term);
        }
        Scope own = scope.ofValue(name, term.getLocalContext());
        return scalar(value, own, own.term(name).orElseThrow(BeyondException::new));
    }

    private static JsonValue scalar(JsonNode value, Scope scope, TermDefinition term) throws JsonLdError {
        String type = term.getTypeMapping();
        if (Keywords.ID.equals(type) || Keywords.VOCAB.equals(type)) {
            return JSON.createObjectBuilder()
                    .add(Keywords.ID, iri(value, scope, Keywords.VOCAB.equals(type)))
                    .build();
        }
        JsonObjectBuilder literal = JSON.createObjectBuilder().add(Keywords.VALUE, JakartaJson.of(value));
        if (type != null && !Keywords.NONE.equals(type)) {
            literal.add(Keywords.TYPE, type);
        } else if (value.isTextual() && hasLanguage(scope, term)) {
            throw new BeyondException();
        }
        return literal.build();
    }

    private static boolean hasLanguage(Scope scope, TermDefinition term) {
        return term.getLanguageMapping() != null
                || term.getDirectionMapping() != null
                || scope.context().getDefaultLanguage() != null
                || scope.context().getDefaultBaseDirection() != null;
    }

    private static JsonValue iri(JsonNode value, Scope scope, boolean vocabulary) throws JsonLdError {
        String text = text(value);
        int colon = text.indexOf(':', 1);
        boolean complete = colon > 0 && text.startsWith("//", colon + 1) && text.length() > colon + 3;
        if (complete && !scope.context().containsTerm(text)) {
            return JSON.createValue(text);
        }
        return JSON.createValue(known(scope.context()
                .uriExpansion()
                .documentRelative(true)
                .vocab(vocabulary)
                .expand(text)));
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new BeyondException();
        }
        return node.textValue();
    }

    private static String known(String expanded) {
        if (expanded == null) {
            throw new BeyondException();
        }
        return expanded;
    }

    /** The document has more in it than this part of the algorithm. */
    private static final class BeyondException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BeyondException() {
            super("left to the library", null, false, false);
        }
    }
}
