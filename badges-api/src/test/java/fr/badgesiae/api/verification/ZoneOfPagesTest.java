package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.share.PublicPagesFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public pages say the days of a badge in the zone of who awarded it, and name that zone beside a time. */
class ZoneOfPagesTest {
    private final PublicPagesFixture pages = PublicPagesFixture.open();

    @AfterEach
    void close() {
        pages.close();
    }

    private void at(String zone, String now) {
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE organisation SET time_zone = ? WHERE id = ?", zone, pages.issuing.organisation.value()));
        pages.issuing.pass(Duration.between(pages.issuing.now(), Instant.parse(now)));
    }

    private String scanned(IssuedCredential badge, String language) {
        return pages.web
                .browse("/v/" + pages.share(badge).value(), language)
                .text()
                .replace('\u00a0', ' ');
    }

    private String uploaded(IssuedCredential badge) {
        byte[] document = pages.issuing.signed(badge.id()).document().getBytes(StandardCharsets.UTF_8);
        return VerifyForm.send(pages.web, document, "", "fr").text().replace('\u00a0', ' ');
    }

    /** The badge of the fixture is awarded on 2 November. */
    @ParameterizedTest
    @CsvSource({
        "America/Cayenne, 2026-11-03T02:30:00Z, 2 novembre 2026 à 23:30 (heure de la Guyane)",
        "Indian/Reunion, 2026-11-02T20:30:00Z, 3 novembre 2026 à 00:30 (heure de La Réunion)",
        "Pacific/Tahiti, 2026-11-03T09:30:00Z, 2 novembre 2026 à 23:30 (heure de Tahiti)",
    })
    void aScanIsTimedWhereTheIssuerIs(String zone, String now, String written) {
        at(zone, now);
        IssuedCredential badge = pages.issuing.issued();

        assertThat(scanned(badge, "fr")).contains(written).contains("<dd>2 novembre 2026</dd>");
        assertThat(uploaded(badge)).contains("<dd>2 novembre 2026</dd>").doesNotContain("1er novembre");
    }

    @Test
    void aRevocationIsOfTheDayOfTheIssuer() {
        at("America/Cayenne", "2026-11-03T02:30:00Z");
        IssuedCredential badge = pages.issuing.issued();
        pages.revoke(badge.id(), PublicReason.WRONG_PERSON);

        assertThat(scanned(badge, "fr")).contains("Retiré le 2 novembre 2026");
        assertThat(scanned(badge, "en")).contains("2 November 2026 at 23:30 (French Guiana time)");
        assertThat(uploaded(badge)).contains("Retiré le 2 novembre 2026");
    }

    @Test
    void parisTimeIsNotNamed() {
        at("Europe/Paris", "2026-11-02T22:30:00Z");
        assertThat(scanned(pages.issuing.issued(), "fr"))
                .contains("2 novembre 2026 à 23:30")
                .doesNotContain("(heure de");
    }
}
