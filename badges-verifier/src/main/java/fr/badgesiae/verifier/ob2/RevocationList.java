package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
record RevocationList(boolean readable, List<JsonNode> entries) {

    /**
     * @param document in normal form
     * @param legacy whether a document without type has the form of 1.x
     */
    static RevocationList of(ObjectNode document, boolean legacy) {
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
    Optional<JsonNode> entry(@Nullable String id, @Nullable String uid) {
        return entries.stream()
                .filter(Revoked::isNotDeniedBy)
                .filter(entry -> Revoked.isSameId(id, BadgeGraph.idOf(entry))
                        || Revoked.isSameId(uid, entry.path("uid").textValue()))
                .findFirst();
    }
}
