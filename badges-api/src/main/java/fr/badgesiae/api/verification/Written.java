package fr.badgesiae.api.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.Settings;

/**
 * What a released badge says, for its holder and for the desk.
 *
 * @param issuer the name of the organisation, as signed
 * @param issuerPath its public page
 */
public record Written(BadgeCard card, String issuer, String issuerPath) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param document the signed JSON of a badge of ours */
    public static Written of(String document, Settings settings, FrenchZone zone) {
        try {
            JsonNode credential = JSON.readTree(document);
            JsonNode issuer = credential.path("issuer");
            String id = issuer.path("id").asText();
            return new Written(
                    BadgeCard.written(credential, settings, zone),
                    issuer.path("name").asText(),
                    "/issuers/" + id.substring(id.lastIndexOf(':') + 1));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a released badge cannot be parsed", e);
        }
    }
}
