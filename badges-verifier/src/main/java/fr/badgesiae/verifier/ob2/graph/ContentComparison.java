package fr.badgesiae.verifier.ob2.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.codec.Iso8601Dates;
import fr.badgesiae.verifier.ob2.form.NormalForm;
import fr.badgesiae.verifier.ob2.form.TermMap;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a document as submitted with the one at its URL. A BadgeClass or issuer may be embedded in one and referenced by
 * id in the other: then the embedded one must equal the document at that id.
 */
public final class ContentComparison {
    private static final List<String> LINKS = List.of("badge", "issuer");
    private static final List<String> DATES = List.of("issuedOn", "expires");
    /** Members by which 1.x stated version, name and location; the same badge may be served as 2.0 today. */
    private static final Set<String> OF_VERSION_1 = Set.of("@context", "uid", "verification");

    private final BadgeGraph graph;

    public ContentComparison(BadgeGraph graph) {
        this.graph = graph;
    }

    /**
     * The first property that differs, or empty.
     *
     *
     * @param shown the submitted document, in normal form
     * @param served the hosted document, in normal form
     */
    public Optional<String> difference(ObjectNode shown, ObjectNode served) {
        if (contexts(shown).equals(contexts(served))) {
            return inner(shown, served);
        }
        return graph.upgraded() && contexts(served).contains(TermMap.CONTEXT)
                ? inner(shown.deepCopy().remove(OF_VERSION_1), served.deepCopy().remove(OF_VERSION_1))
                : Optional.of("@context");
    }

    /** The first property of a copy that differs from the original, or empty; the original may have more. */
    public Optional<String> beyond(ObjectNode copy, ObjectNode original) {
        return copy.properties().stream()
                .filter(member -> !same(member.getKey(), member.getValue(), original.path(member.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<String> inner(ObjectNode shown, ObjectNode served) {
        TreeSet<String> keys = new TreeSet<>();
        shown.fieldNames().forEachRemaining(keys::add);
        served.fieldNames().forEachRemaining(keys::add);
        return keys.stream()
                .filter(key -> !same(key, shown.path(key), served.path(key)))
                .findFirst();
    }

    private boolean same(String key, JsonNode shown, JsonNode served) {
        if (key.equals("@context")) {
            return true; // an embedded object need not repeat its context
        }
        if (DATES.contains(key) && Iso8601Dates.parse(shown.textValue()).isPresent()) {
            return Iso8601Dates.parse(shown.textValue()).equals(Iso8601Dates.parse(served.textValue()));
        }
        if (!LINKS.contains(key)) {
            return NormalForm.canonical(shown).equals(NormalForm.canonical(served));
        }
        if (shown instanceof ObjectNode one && served instanceof ObjectNode other) {
            return inner(one, other).isEmpty();
        }
        if (shown.isTextual() == served.isTextual()) {
            return shown.equals(served);
        }
        String id = BadgeGraph.idOf(shown);
        if (id == null || !id.equals(BadgeGraph.idOf(served))) {
            return false;
        }
        return !(shown instanceof ObjectNode copy)
                || graph.hosted(id)
                        .map(published -> beyond(copy, published).isEmpty())
                        .orElse(false);
    }

    /** The contexts by their main URL. */
    private static String contexts(ObjectNode document) {
        return ParsedCredential.each(document.path("@context")).stream()
                .map(each -> each.isTextual()
                        ? Catalogue.bundled()
                                .context(each.textValue())
                                .map(known -> known.url())
                                .orElse(each.textValue())
                        : NormalForm.canonical(each))
                .sorted()
                .toList()
                .toString();
    }
}
