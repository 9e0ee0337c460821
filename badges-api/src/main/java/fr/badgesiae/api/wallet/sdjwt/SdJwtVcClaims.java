package fr.badgesiae.api.wallet.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Writes the claims of a badge as an SD-JWT VC from the credential that is signed: the same statement. Their names are those of
 * the learning credential of the European Union where they fit. There is no {@code sub}: the key of the wallet is the binding.
 */
final class SdJwtVcClaims {
    private static final String COUNTRY = "FR";

    private SdJwtVcClaims() {}

    /**
     * The claims that are never disclosed by choice.
     *
     * @param badge the unsigned Open Badges 3.0 credential
     * @param issuer the https address of the organisation
     * @param type the type of the credential
     * @param status the {@code status} claim
     * @param key the public JWK of the wallet, with its required members only
     * @param zone in which the last day is read
     */
    static ObjectNode of(
            JsonNode badge, String issuer, BadgeType type, ObjectNode status, ObjectNode key, ZoneId zone) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", issuer);
        claims.put("nbf", Instant.parse(badge.path("validFrom").asText()).getEpochSecond());
        claims.put("vct", type.url());
        claims.put("vct#integrity", type.integrity());
        claims.set("status", status);
        claims.putObject("cnf").set("jwk", key);
        JsonNode achievement = badge.at("/credentialSubject/achievement");
        claims.put("achievement_title", badge.path("name").asText());
        claims.put("achievement_description", badge.path("description").asText());
        claims.putArray("learning_outcomes")
                .add(achievement.at("/criteria/narrative").asText());
        claims.putArray("language_of_classes")
                .add(achievement.path("inLanguage").asText());
        claims.put("issuing_authority", badge.at("/issuer/name").asText());
        claims.put("issuing_country", COUNTRY);
        claims.put("date_of_issuance", day(badge.path("awardedDate").asText()));
        if (badge.has("validUntil")) {
            Instant end = Instant.parse(badge.path("validUntil").asText());
            claims.put("exp", end.getEpochSecond());
            claims.put("date_of_expiry", LocalDate.ofInstant(end, zone).toString());
        }
        return claims;
    }

    /** The day of a date that stands for it as midnight UTC. */
    private static String day(String date) {
        return date.substring(0, "2026-01-31".length());
    }
}
