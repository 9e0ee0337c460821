package fr.badgesiae.verifier.ob2.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.codec.Iso8601Dates;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.ob2.form.NormalForm;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a submitted copy with the published document, both in normal form. A BadgeClass or issuer may be embedded in one and
 * referenced by id in the other: then the embedded one is compared with the document at that id.
 */
final class CopyComparison {
    private static final Set<String> LINKS = Set.of("badge", "issuer");
    private static final Set<String> DATES = Set.of("issuedOn", "expires");
    /** Members by which 1.x stated its version, name and location. */
    private static final Set<String> OF_VERSION_1 = Set.of("@context", "uid", "type");

    private final PublishedDocuments documents;
    private final boolean oneVersion;

    /** @param oneVersion whether both are of the same version; a site may serve today as 2.0 what it once baked as 1.x */
    CopyComparison(PublishedDocuments documents, boolean oneVersion) {
        this.documents = documents;
        this.oneVersion = oneVersion;
    }

    /** The property by which the copy is of another badge or for another person, or empty. */
    Optional<String> contradiction(ObjectNode copy, ObjectNode published) {
        for (String property : List.of("recipient", "badge", "claim", "issuer")) {
            JsonNode claimed = copy.path(property);
            JsonNode stated = published.path(property);
            if (!claimed.isMissingNode() && !stated.isMissingNode() && !mayAgree(property, claimed, stated)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    private boolean mayAgree(String property, JsonNode claimed, JsonNode stated) {
        return switch (property) {
            case "recipient" -> CopiedRecipient.of(claimed, stated) != CopiedRecipient.SOMEBODY_ELSE;
            case "badge" -> mayBeOneBadge(claimed, stated);
            case "issuer" -> sameId(claimed, stated);
            default -> NormalForm.canonical(claimed).equals(NormalForm.canonical(stated));
        };
    }

    /**
     * Whether both may be one BadgeClass: no other id and no other issuer; without ids, no other name. A class keeps its id when
     * it is renamed. Two that cannot be compared do not contradict each other.
     */
    private boolean mayBeOneBadge(JsonNode claimed, JsonNode stated) {
        String one = BadgeGraph.idOf(claimed);
        String other = BadgeGraph.idOf(stated);
        boolean named = one != null && other != null;
        if (named && !documents.same(one, other)) {
            return false;
        }
        JsonNode badge = whole(stated);
        JsonNode issuer = claimed.path("issuer");
        return (named || mayBeOne(claimed.path("name"), badge.path("name")))
                && (issuer.isMissingNode()
                        || badge.path("issuer").isMissingNode()
                        || sameId(issuer, badge.path("issuer")));
    }

    private static boolean mayBeOne(JsonNode claimed, JsonNode stated) {
        return claimed.isMissingNode() || stated.isMissingNode() || claimed.equals(stated);
    }

    /** One id, or two embedded objects without one. */
    private boolean sameId(JsonNode claimed, JsonNode stated) {
        String one = BadgeGraph.idOf(claimed);
        String other = BadgeGraph.idOf(stated);
        boolean unnamed = one == null && other == null;
        return unnamed ? claimed.isObject() == stated.isObject() : documents.same(one, other);
    }

    /** An embedded object, or the document at the id. */
    private JsonNode whole(JsonNode link) {
        return link.isObject()
                ? link
                : documents
                        .at(BadgeGraph.idOf(link))
                        .<JsonNode>map(Published::document)
                        .orElse(MissingNode.getInstance());
    }

    /**
     * The fields that differ, in alphabetical order.
     *
     * @param whole whether the copy states all that it was issued with; else its absent fields do not count
     */
    List<Difference> differences(ObjectNode copy, ObjectNode published, boolean whole) {
        List<Difference> found = new ArrayList<>();
        if (oneVersion && whole && !contexts(copy).equals(contexts(published))) {
            found.add(Difference.between("@context", published.path("@context"), copy.path("@context")));
        }
        collect("", copy, published, whole, found);
        return List.copyOf(found);
    }

    private void collect(String path, JsonNode copy, JsonNode published, boolean whole, List<Difference> found) {
        TreeSet<String> keys = new TreeSet<>();
        copy.fieldNames().forEachRemaining(keys::add);
        if (whole) {
            published.fieldNames().forEachRemaining(keys::add);
        }
        keys.remove("id"); // the standing of the published document
        keys.remove("@context");
        keys.removeIf(key -> !oneVersion && OF_VERSION_1.contains(key));
        for (String key : keys) {
            JsonNode one = copy.path(key);
            JsonNode other = published.path(key);
            if (LINKS.contains(key)) {
                link(path + key, one, other, found);
            } else if (!same(key, one, other)) {
                found.add(Difference.between(path + key, other, one));
            }
        }
    }

    /** A reference is the same by its id; an embedded object is compared field by field. */
    private void link(String path, JsonNode copy, JsonNode published, List<Difference> found) {
        boolean both = !copy.isMissingNode() && !published.isMissingNode();
        if (!both || !sameId(copy, published)) {
            found.add(Difference.between(path, published, copy));
        } else if (copy.isObject() && whole(published).isObject()) {
            collect(path + ".", copy, whole(published), published.isObject(), found);
        }
    }

    private static boolean same(String key, JsonNode copy, JsonNode published) {
        if (key.equals("recipient")) {
            return CopiedRecipient.of(copy, published) == CopiedRecipient.SAME;
        }
        if (key.equals("verification") && copy.path("type").equals(published.path("type"))) {
            return true; // the rest of it says where the badge is
        }
        Optional<?> date = DATES.contains(key) ? Iso8601Dates.parse(copy.textValue()) : Optional.empty();
        if (date.isPresent()) {
            return date.equals(Iso8601Dates.parse(published.textValue()));
        }
        return NormalForm.canonical(copy).equals(NormalForm.canonical(published))
                || WebAddresses.sameResource(copy.textValue(), published.textValue());
    }

    /** The first property of an embedded copy that differs from the original, or empty; the original may have more. */
    Optional<String> beyond(ObjectNode copy, ObjectNode original) {
        List<Difference> found = new ArrayList<>();
        collect("", copy, original, false, found);
        boolean id = copy.has("id") && !documents.same(BadgeGraph.idOf(copy), BadgeGraph.idOf(original));
        return id ? Optional.of("id") : found.stream().map(Difference::field).findFirst();
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
