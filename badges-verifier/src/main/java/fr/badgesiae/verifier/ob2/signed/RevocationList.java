package fr.badgesiae.verifier.ob2.signed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.Revoked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The revocations of an issuer: ids, or objects with an {@code id} or a {@code uid}; in 1.x an object from {@code uid} or id
 * to reason.
 *
 * @param readable whether the list has one of these forms; otherwise it is inconclusive
 */
public record RevocationList(boolean readable, List<JsonNode> entries) {

    /**
     * The list of 2.0.
     *
     * @param document in normal form
     */
    public static RevocationList of(ObjectNode document) {
        List<JsonNode> entries = ParsedCredential.each(document.path("revokedAssertions"));
        boolean stated = document.has("revokedAssertions")
                && ParsedCredential.strings(document.path("type")).contains("RevocationList");
        return new RevocationList(stated && entries.stream().allMatch(RevocationList::isEntry), entries);
    }

    /**
     * The list of an issuer of 1.x, which may be one of 2.0.
     *
     * @param document in normal form
     * @param raw as fetched: the normal form leaves out entries without a reason
     */
    public static RevocationList of(ObjectNode document, ObjectNode raw) {
        return isOfVersion2(document) ? of(document) : ofVersion1(raw);
    }

    private static boolean isOfVersion2(ObjectNode document) {
        return ParsedCredential.strings(document.path("type")).contains("RevocationList")
                || document.has("revokedAssertions");
    }

    /** An object from uid or id to reason. An entry without reason revokes too. */
    private static RevocationList ofVersion1(ObjectNode list) {
        List<JsonNode> entries = new ArrayList<>();
        boolean readable = true;
        for (Map.Entry<String, JsonNode> member : list.properties()) {
            JsonNode reason = member.getValue();
            readable &= reason.isTextual() || reason.isNull() || reason.isBoolean();
            entries.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("id", member.getKey())
                    .put("uid", member.getKey())
                    .put("revocationReason", reason.textValue())
                    .put("revoked", !reason.isBoolean() || reason.booleanValue()));
        }
        return new RevocationList(readable, entries);
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
                .filter(entry -> Revoked.isSameId(id, BadgeGraph.idOf(entry))
                        || Revoked.isSameId(uid, entry.path("uid").textValue()))
                .findFirst();
    }
}
