package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether a document as shown says what its address serves. Where one names a BadgeClass or an issuer by its id and the other
 * embeds it, what is shown must be what that id serves.
 */
final class SameContent {
    private static final List<String> LINKS = List.of("badge", "issuer");

    private final BadgeGraph graph;

    SameContent(BadgeGraph graph) {
        this.graph = graph;
    }

    /**
     * The first property that differs, or empty.
     *
     * @param shown in normal form
     * @param served in normal form
     */
    Optional<String> difference(ObjectNode shown, ObjectNode served) {
        TreeSet<String> keys = new TreeSet<>();
        shown.fieldNames().forEachRemaining(keys::add);
        served.fieldNames().forEachRemaining(keys::add);
        return keys.stream()
                .filter(key -> !same(key, shown.path(key), served.path(key)))
                .findFirst();
    }

    private boolean same(String key, JsonNode shown, JsonNode served) {
        if (key.equals("@context")) {
            return contexts(shown).equals(contexts(served));
        }
        if (!LINKS.contains(key) || shown.getNodeType() == served.getNodeType()) {
            return LINKS.contains(key) && shown.isObject()
                    ? difference((ObjectNode) shown, (ObjectNode) served).isEmpty()
                    : NormalForm.canonical(shown).equals(NormalForm.canonical(served));
        }
        String id = BadgeGraph.idOf(shown);
        if (id == null || !id.equals(BadgeGraph.idOf(served))) {
            return false;
        }
        return shown.isTextual()
                || graph.hosted(id)
                        .map(published -> holds((ObjectNode) shown, published))
                        .orElse(false);
    }

    /** Whether each property of a copy is that of the original. */
    private boolean holds(ObjectNode copy, ObjectNode original) {
        return copy.properties().stream()
                .allMatch(member -> member.getKey().equals("@context")
                        || same(member.getKey(), member.getValue(), original.path(member.getKey())));
    }

    /** The contexts by their main address; naming Open Badges 2.0 again further in says nothing new. */
    private static String contexts(JsonNode context) {
        return ParsedCredential.each(context).stream()
                .map(each -> each.isTextual()
                        ? Catalogue.bundled()
                                .context(each.textValue())
                                .map(document -> document.url())
                                .orElse(each.textValue())
                        : NormalForm.canonical(each))
                .sorted()
                .toList()
                .toString();
    }
}
