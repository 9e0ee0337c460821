package fr.badgesiae.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The badge's own description of itself, in any version of Open Badges. Unproven. A member is null when the badge lacks it
 * or its document could not be read.
 *
 *
 * @param achievement name of the achievement
 * @param description of the achievement
 * @param image URL or data URI of the badge's image
 * @param criteria the criteria: a text, or the URL of one
 * @param issuerId id of the issuer
 * @param issuerName the name that the issuer states
 * @param recipient the recipient as written: an id, an address, or a hash
 * @param from issue date or start of validity, as written
 * @param until end of validity, as written
 */
public record BadgeSummary(
        @Nullable String achievement,
        @Nullable String description,
        @Nullable String image,
        @Nullable String criteria,
        @Nullable String issuerId,
        @Nullable String issuerName,
        @Nullable String recipient,
        @Nullable String from,
        @Nullable String until) {

    /** The summary of an Open Badges 3.0 credential. */
    public static BadgeSummary ofCredential(JsonNode credential) {
        JsonNode subject = first(credential.path("credentialSubject"));
        // A learner record has many achievements: its own name describes it.
        boolean record = subject.has("verifiableCredential")
                && !subject.path("achievement").isObject();
        JsonNode achievement = record ? credential : first(subject.path("achievement"));
        JsonNode issuer = stated(credential.path("issuer"));
        return new BadgeSummary(
                achievement.path("name").textValue(),
                achievement.path("description").textValue(),
                idOrText(achievement.path("image")),
                text(achievement.path("criteria"), "narrative", "id"),
                idOrText(issuer),
                issuer.path("name").textValue(),
                subject.has("id")
                        ? subject.path("id").textValue()
                        : first(subject.path("identifier")).path("identityHash").textValue(),
                text(credential, "validFrom", "issuanceDate"),
                text(credential, "validUntil", "expirationDate"));
    }

    private static @Nullable String idOrText(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.path("id").textValue();
    }

    private static @Nullable String text(JsonNode node, String name, String other) {
        JsonNode value = stated(node.path(name));
        return (value.isMissingNode() ? stated(node.path(other)) : value).textValue();
    }

    /** A list of one is read as its item; null is absent. */
    private static JsonNode stated(JsonNode node) {
        return node.isNull() || (node.isArray() && node.size() < 2) ? first(node) : node;
    }

    private static JsonNode first(JsonNode node) {
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            if (!item.isNull()) {
                return item;
            }
        }
        return node.isArray() || node.isNull() ? MissingNode.getInstance() : node;
    }
}
