package fr.badgesiae.api.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.RsaKeys.PublicRsaKey;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes the documents of Open Badges 2.0. Nulls and empty values are left out. */
final class Ob2Documents {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CONTEXT = "https://w3id.org/openbadges/v2";
    private static final String BY_ISSUER = "Revoked by the issuer.";
    private static final String NO_LONGER_PUBLIC = "No longer published.";

    private final Ob2Addresses addresses;

    Ob2Documents(Ob2Addresses addresses) {
        this.addresses = addresses;
    }

    private static ObjectNode of(String type, String id) {
        return JSON.objectNode().put("@context", CONTEXT).put("type", type).put("id", id);
    }

    /** The Profile, with every key that ever signed and is not compromised. */
    String issuer(OrganisationProfile organisation, List<PublicRsaKey> keys) {
        OrganisationId id = organisation.id();
        ObjectNode json = of("Issuer", addresses.issuer(id));
        json.put("name", organisation.publicName());
        String website = organisation.website();
        json.put("url", website == null || website.isBlank() ? addresses.page(id) : website);
        if (organisation.publicEmail() != null) {
            json.put("email", organisation.publicEmail());
        }
        if (!organisation.description().isBlank()) {
            json.put("description", organisation.description());
        }
        if (!keys.isEmpty()) {
            ArrayNode publicKeys = json.putArray("publicKey");
            keys.forEach(key -> publicKeys.add(addresses.key(key.id())));
        }
        json.put("revocationList", addresses.revocations(id));
        return json.toString();
    }

    String key(OrganisationId organisation, PublicRsaKey key) {
        return of("CryptographicKey", addresses.key(key.id()))
                .put("owner", addresses.issuer(organisation))
                .put("publicKeyPem", key.pem())
                .toString();
    }

    /**
     * @param version such as {@code <achievement>/1}
     * @param achievement as badges of Open Badges 3.0 embed it
     */
    String badgeClass(String version, OrganisationId organisation, JsonNode achievement) {
        ObjectNode json = of("BadgeClass", addresses.badgeClass(version));
        json.put("name", achievement.path("name").asText());
        json.put("description", achievement.path("description").asText());
        json.put("image", achievement.at("/image/id").asText());
        json.putObject("criteria")
                .put("id", achievement.path("id").asText())
                .put("narrative", achievement.at("/criteria/narrative").asText());
        json.put("issuer", addresses.issuer(organisation));
        json.put("@language", achievement.path("inLanguage").asText());
        json.put("version", achievement.path("version").asText());
        ArrayNode alignments = JSON.arrayNode();
        for (JsonNode alignment : achievement.path("alignment")) {
            ObjectNode one = alignments.addObject();
            for (String member : List.of("targetName", "targetUrl", "targetFramework", "targetCode")) {
                if (alignment.path(member).isTextual()) {
                    one.put(member, alignment.path(member).asText());
                }
            }
        }
        if (!alignments.isEmpty()) {
            json.set("alignment", alignments);
        }
        return json.toString();
    }

    /**
     * The assertion at its address.
     *
     * @param badge as released in Open Badges 3.0
     */
    String hosted(UUID id, String version, JsonNode badge) {
        ObjectNode json = assertion(addresses.hosted(id), version, badge);
        json.putObject("verification").put("type", "HostedBadge");
        return json.toString();
    }

    /** The same as the payload of a JWS, with an id of its own. */
    String signed(UUID id, String version, JsonNode badge, UUID key) {
        ObjectNode json = assertion(Ob2Addresses.signed(id), version, badge);
        json.putObject("verification").put("type", "SignedBadge").put("creator", addresses.key(key));
        return json.toString();
    }

    private ObjectNode assertion(String id, String version, JsonNode badge) {
        ObjectNode json = of("Assertion", id);
        json.putObject("recipient")
                .put("type", "id")
                .put("identity", badge.at("/credentialSubject/id").asText())
                .put("hashed", false);
        json.put("badge", addresses.badgeClass(version));
        json.put("issuedOn", issuedOn(badge));
        if (badge.path("validUntil").isTextual()) {
            json.put("expires", badge.path("validUntil").asText());
        }
        return json;
    }

    /** The day of the award; when it was signed where that day had not begun in UTC, since nothing is issued in the future. */
    private static String issuedOn(JsonNode badge) {
        String day = badge.path("awardedDate").asText();
        String signed = badge.path("validFrom").asText();
        return Instant.parse(day).isAfter(Instant.parse(signed)) ? signed : day;
    }

    /** What an address answers after the end (ob-2.0 "Revoking Hosted Assertions"). */
    String gone(UUID id, boolean byIssuer) {
        return of("Assertion", addresses.hosted(id))
                .put("revoked", true)
                .put("revocationReason", reason(byIssuer))
                .toString();
    }

    String revocations(OrganisationId organisation, List<AssertionDao.EndedRow> ended) {
        ObjectNode json = of("RevocationList", addresses.revocations(organisation));
        json.put("issuer", addresses.issuer(organisation));
        ArrayNode revoked = json.putArray("revokedAssertions");
        ended.forEach(row -> revoked.addObject()
                .put("id", Ob2Addresses.signed(row.id()))
                .put("revocationReason", reason(row.revoked())));
        return json.toString();
    }

    private static String reason(boolean byIssuer) {
        return byIssuer ? BY_ISSUER : NO_LONGER_PUBLIC;
    }
}
