package fr.badgesiae.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchZoneTest {
    /** The last second of a day, and the first of the next; Paris in winter and in summer. */
    @ParameterizedTest
    @CsvSource({
        "PARIS, 2026-12-31, 2026-12-31T22:59:59Z",
        "PARIS, 2026-07-13, 2026-07-13T21:59:59Z",
        "REUNION, 2026-12-31, 2026-12-31T19:59:59Z",
        "REUNION, 2026-07-13, 2026-07-13T19:59:59Z",
        "GUYANE, 2026-12-31, 2027-01-01T02:59:59Z",
        "GUYANE, 2026-07-13, 2026-07-14T02:59:59Z",
        "MIQUELON, 2026-07-13, 2026-07-14T01:59:59Z",
        "NOUMEA, 2026-12-31, 2026-12-31T12:59:59Z",
        "TAHITI, 2026-12-31, 2027-01-01T09:59:59Z",
    })
    void aDayEndsAtMidnightOfItsZone(FrenchZone zone, LocalDate day, Instant last) {
        assertThat(zone.day(last)).isEqualTo(day);
        assertThat(zone.day(last.plusSeconds(1))).isEqualTo(day.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "97110 Pointe-à-Pitre, GUADELOUPE",
        "97150 Saint-Martin, GUADELOUPE",
        "97200 Fort-de-France, MARTINIQUE",
        "'1 rue de l’Exemple, 97300 Cayenne', GUYANE",
        "97400 Saint-Denis, REUNION",
        "97500 Saint-Pierre, MIQUELON",
        "97600 Mamoudzou, MAYOTTE",
        "98600 Mata-Utu, WALLIS",
        "98714 Papeete, TAHITI",
        "98800 Nouméa, NOUMEA",
        "98000 Monaco, PARIS",
        "75001 Paris, PARIS",
        "Saint-Denis, PARIS",
        "12397400, PARIS",
        "974, PARIS",
        "'', PARIS",
    })
    void anAddressIsInTheZoneOfItsPostcode(String address, FrenchZone zone) {
        assertThat(FrenchZone.ofAddress(address)).isEqualTo(zone);
    }

    @Test
    void noOtherZoneIsOne() {
        assertThat(FrenchZone.find("Europe/Berlin")).isEmpty();
        assertThatThrownBy(() -> FrenchZone.of("Europe/Berlin")).isInstanceOf(IllegalArgumentException.class);
    }
}
