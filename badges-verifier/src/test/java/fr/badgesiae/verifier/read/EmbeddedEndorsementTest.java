package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedEndorsementTest {
    private final SignedBadges issuer = new SignedBadges();

    @Test
    void endorsementsAreFoundWhereverAProfileOrAnAchievementStands() {
        ObjectNode badge = issuer.badge().put("endorsementJwt", "1");
        ((ObjectNode) badge.get("issuer")).putObject("endorsement").put("id", "2");
        ObjectNode subject = (ObjectNode) badge.get("credentialSubject");
        ObjectNode achievement = (ObjectNode) subject.get("achievement");
        achievement.putArray("endorsementJwt").add("3").add("4");
        achievement.putObject("creator").put("id", "urn:x:createur").put("endorsementJwt", "5");
        subject.putObject("source").put("id", "urn:x:source").put("endorsementJwt", "6");
        byte[] bytes = badge.toString().getBytes(StandardCharsets.UTF_8);
        ReadResult reading = CredentialReader.read(bytes);
        assertThat(EmbeddedEndorsement.in(reading.credential().orElseThrow()))
                .extracting(found -> found.of() + " " + found.endorsed())
                .containsExactly(
                        "credential https://badges.example/credentials/1",
                        "issuer " + issuer.did(),
                        "achievement https://badges.example/achievements/1/1",
                        "achievement https://badges.example/achievements/1/1",
                        "creator urn:x:createur",
                        "source urn:x:source");
    }

    @Test
    void anAssertionOfOpenBadges2IsNoEndorsement() {
        ObjectNode assertion = ReferenceData.parse("{\"@context\":\"https://w3id.org/openbadges/v2\","
                + "\"type\":\"Assertion\",\"id\":\"https://badges.example/assertions/1\"}");
        for (JsonNode value : List.of(assertion, TextNode.valueOf(assertion.toString()))) {
            ReadResult reading = new EmbeddedEndorsement("credential", null, value).read();
            assertThat(reading.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(reading.credential()).isEmpty();
            assertThat(reading.reason().code()).isEqualTo("format.not-a-credential");
        }
    }
}
