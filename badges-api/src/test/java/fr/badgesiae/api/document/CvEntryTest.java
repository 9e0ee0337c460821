package fr.badgesiae.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CvEntryTest {
    private static CvEntry entry(LocalDate lastDay) {
        return CvEntry.of(
                "Badge « Tri & rangement », remis par « L’Atelier <des> Rives ».",
                "À vérifier ici :",
                "Tri & rangement",
                "L’Atelier <des> Rives",
                LocalDate.of(2026, 11, 2),
                lastDay,
                "https://badges.example/v/0000-0000-0000-0000",
                "0000-0000-0000-0000");
    }

    @Test
    void theLineEndsWithTheAddress() {
        assertThat(entry(null).text()).endsWith("ici : https://badges.example/v/0000-0000-0000-0000");
    }

    @Test
    void theLinkIsEscaped() {
        assertThat(entry(null).html())
                .startsWith("<a href=\"https://badges.example/v/0000-0000-0000-0000\">")
                .contains("Tri &amp; rangement", "&lt;des")
                .doesNotContain("<des>", "vérifier");
    }

    @Test
    void theProfileGetsNameIssuerDatesAndAddress() {
        assertThat(entry(LocalDate.of(2028, 3, 31)).linkedIn())
                .isEqualTo(
                        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Tri%20%26%20rangement"
                                + "&organizationName=L%E2%80%99Atelier%20%3Cdes%3E%20Rives&issueYear=2026&issueMonth=11"
                                + "&expirationYear=2028&expirationMonth=3"
                                + "&certUrl=https%3A%2F%2Fbadges.example%2Fv%2F0000-0000-0000-0000&certId=0000-0000-0000-0000");
        assertThat(entry(null).linkedIn()).doesNotContain("expiration");
    }
}
