package fr.badgesiae.verifier.ob2.signed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.Revoked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The revocations of an issuer: ids, or objects with an {@code id} or a {@code uid}; in 1.x an object from {@code uid} or id
 * to reason.
 *
 *
 * @param readable whether the list has one of these forms; otherwise it is inconclusive
 */
public record RevocationList(boolean readable, List<JsonNode> entries) {

    /**
     * @param document in normal form
     * @param legacy whether a document without type has the form of 1.x
     */
    public static RevocationList of(ObjectNode document, boolean legacy) {
        boolean typed = ParsedCredential.strings(document.path("type")).contains("RevocationList");
        if (typed || document.has("revokedAssertions")) {
            List<JsonNode> entries = ParsedCredential.each(document.path("revokedAssertions"));
            boolean stated = typed && document.has("revokedAssertions");
            return new RevocationList(stated && entries.stream().allMatch(RevocationList::isEntry), entries);
        }
        List<JsonNode> entries = new ArrayList<>();
        document.properties()
                .forEach(member -> entries.add(JsonNodeFactory.instance
                        .objectNode()
                        .put("id", member.getKey())
                        .put("uid", member.getKey())
                        .put("revocationReason", member.getValue().textValue())));
        return new RevocationList(
                legacy
                        && document.properties().stream()
                                .allMatch(m -> m.getValue().isTextual()),
                entries);
    }

    private static boolean isEntry(JsonNode entry) {
        return entry.isTextual()
                || entry.path("id").isTextual()
                || entry.path("uid").isTextual();
    }

    /** The entry that revokes an assertion, if any. */
    public Optional<JsonNode> entry(@Nullable String id, @Nullable String uid) {
        return entries.stream()
                .filter(Revoked::isNotDeniedBy)
                .filter(entry -> same(id, BadgeGraph.idOf(entry))
                        || same(uid, entry.path("uid").textValue()))
                .findFirst();
    }

    private static boolean same(@Nullable String wanted, @Nullable String listed) {
        if (wanted == null) {
            return false;
        }
        boolean uuid = wanted.regionMatches(true, 0, "urn:uuid:", 0, "urn:uuid:".length());
        return uuid ? wanted.equalsIgnoreCase(listed) : wanted.equals(listed); // RFC 4122 3
    }
}
