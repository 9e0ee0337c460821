package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.offer.OfferId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The day of an award and the end of its validity are those of the place where the badge is awarded. */
class DayOfAwardTest {
    private final ClaimFixture fixture = ClaimFixture.open();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void zone(String zone) {
        fixture.owner.useHandle(handle -> {
            handle.execute("UPDATE organisation SET time_zone = ? WHERE id = ?", zone, fixture.organisation.value());
            handle.execute(
                    "UPDATE achievement_version SET content = jsonb_set(content, '{validityMonths}', '12') WHERE id = ?",
                    fixture.version.value());
        });
    }

    private IssuedCredential awarded(String zone, String at) {
        zone(zone);
        fixture.setup.clock().advance(Duration.between(fixture.setup.clock().instant(), Instant.parse(at)));
        OfferId offer = fixture.offered();
        return fixture.credential(fixture.accepted(offer).credential());
    }

    private String lastActivity() {
        return fixture.owner.withHandle(handle -> handle.select("SELECT max(last_activity_on)::text FROM worker")
                .mapTo(String.class)
                .one());
    }

    @Test
    void halfPastElevenInTheEveningIsStillThatDayInGuyane() {
        IssuedCredential badge = awarded("America/Cayenne", "2027-01-01T02:30:00Z");

        assertThat(badge.awardedOn()).isEqualTo("2026-12-31");
        assertThat(badge.validUntil()).isEqualTo("2028-01-01T02:59:59Z");
    }

    @Test
    void halfPastMidnightIsTheNextDayInLaReunion() {
        IssuedCredential badge = awarded("Indian/Reunion", "2026-12-30T20:30:00Z");

        assertThat(badge.awardedOn()).isEqualTo("2026-12-31");
        assertThat(badge.validUntil()).isEqualTo("2027-12-31T19:59:59Z");
    }

    @Test
    void parisKeepsItsWinterAndItsSummerTime() {
        IssuedCredential winter = awarded("Europe/Paris", "2026-12-31T22:30:00Z");
        assertThat(winter.awardedOn()).isEqualTo("2026-12-31");
        assertThat(winter.validUntil()).isEqualTo("2027-12-31T22:59:59Z");

        IssuedCredential summer = awarded("Europe/Paris", "2027-07-13T22:30:00Z");
        assertThat(summer.awardedOn()).isEqualTo("2027-07-14");
        assertThat(summer.validUntil()).isEqualTo("2028-07-14T21:59:59Z");
    }

    @Test
    void theLastActivityOfAPersonIsADayOfTheOrganisation() {
        fixture.owner.useHandle(handle -> handle.execute("DELETE FROM worker"));
        awarded("America/Cayenne", "2030-01-01T02:30:00Z");
        assertThat(lastActivity()).isEqualTo("2029-12-31");
    }

    @Test
    void whatIsSignedDoesNotChangeWithTheZone() {
        IssuedCredential badge = awarded("Europe/Paris", "2026-11-02T22:30:00Z");
        String before = fixture.signed(badge.id()).document();
        zone("Pacific/Noumea");
        assertThat(fixture.credential(badge.id()).awardedOn()).isEqualTo("2026-11-02");
        assertThat(fixture.signed(badge.id()).document()).isEqualTo(before);
    }
}
