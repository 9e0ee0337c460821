package fr.badgesiae.verifier;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a badge says of itself, whichever version of Open Badges it follows. Unproven; a member is null where the badge has none
 * or where the document that would say it could not be read.
 *
 * @param achievement name of what was achieved
 * @param description of the achievement
 * @param image address or data URI of the badge's picture
 * @param criteria what had to be done: a text, or the address of one
 * @param issuerId id of the issuer
 * @param issuerName the name it gives itself
 * @param recipient whom it is about, as written: an id, an address, or a hash
 * @param from when it was issued or begins, as written
 * @param until when it ends, as written
 */
public record BadgeSummary(
        String achievement,
        String description,
        String image,
        String criteria,
        String issuerId,
        String issuerName,
        String recipient,
        String from,
        String until) {

    /** Of a credential of Open Badges 3.0. */
    public static BadgeSummary ofCredential(JsonNode credential) {
        JsonNode subject = first(credential.path("credentialSubject"));
        JsonNode achievement = first(subject.path("achievement"));
        JsonNode issuer = credential.path("issuer");
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

    private static String idOrText(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.path("id").textValue();
    }

    private static String text(JsonNode node, String name, String other) {
        return node.has(name) ? node.path(name).textValue() : node.path(other).textValue();
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() ? node.path(0) : node;
    }
}
