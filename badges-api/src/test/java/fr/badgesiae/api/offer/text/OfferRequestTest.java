package fr.badgesiae.api.offer.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.html.Errors;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferRequestTest {
    private static OfferRequest request(String narrative, String evidence) {
        return new OfferRequest(
                new PersonId(new UUID(0, 1)), new AchievementVersionId(new UUID(0, 2)), narrative, evidence);
    }

    private static String errors(String narrative, String evidence, EvidencePolicy policy) {
        Errors errors = request(narrative, evidence).errors(policy);
        StringBuilder said = new StringBuilder();
        errors.byField()
                .forEach((field, message) ->
                        said.append(field).append(' ').append(message.key()).append(' '));
        return said.toString().strip();
    }

    @Test
    void wordsAreTakenWithoutBlanksAroundThemAndWithPlainLineEnds() {
        OfferRequest request = request(" \nPeint\r\nun mur. ", " \n");
        assertThat(request.narrative()).isEqualTo("Peint\nun mur.");
        assertThat(request.evidence()).isEmpty();
        assertThat(request("", "\r\nChantier\r\nde la gare").evidence()).isEqualTo("Chantier\nde la gare");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, NONE, ''",
        "1, 1, NONE, evidence award.error.evidence-unwanted",
        "1, 0, OPTIONAL_TEXT, ''",
        "1, 1, OPTIONAL_TEXT, ''",
        "1, 0, REQUIRED_TEXT, evidence award.error.evidence-missing",
        "1, 1, REQUIRED_TEXT, ''",
        "0, 1, REQUIRED_TEXT, narrative award.error.narrative-missing",
        "2000, 2000, OPTIONAL_TEXT, ''",
        "2001, 1, OPTIONAL_TEXT, narrative award.error.too-long",
        "1, 2001, OPTIONAL_TEXT, evidence award.error.too-long",
    })
    void eachFieldHasItsLimitsAndTheBadgeItsPolicy(int narrative, int evidence, EvidencePolicy policy, String errors) {
        assertThat(errors("é".repeat(narrative), "e".repeat(evidence), policy)).isEqualTo(errors);
    }
}
