package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that the regular expression of VC Data Model 2.0, 5.8, lets through, and those that only look so. */
class DateTimeStampTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.5+14:00, 2025-12-31T10:00:00.500Z",
        "2026-01-01T00:00:00.1234567891234-00:00, 2026-01-01T00:00:00.123456789Z",
        "2026-06-30T24:00:00Z, 2026-07-01T00:00:00Z",
        "2026-12-31T24:00:00.000Z, 2027-01-01T00:00:00Z",
        "12026-01-01T00:00:00Z, +12026-01-01T00:00:00Z",
        "-0044-03-15T00:00:00Z, -0044-03-15T00:00:00Z"
    })
    void everyFormOfAStampIsRead(String text, String instant) {
        assertThat(DateTimeStamp.parse(text)).hasToString("Optional[" + instant + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-01T00:00:00",
                "2026-01-01",
                "2026-01-01T00:00Z",
                "2026-01-01t00:00:00z",
                "2026-01-01T00:00:00123Z",
                "2026-01-01T00:00:00.Z",
                "2016-12-31T23:59:60Z",
                "2026-01-01T24:00:01Z",
                "2026-01-01T25:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-01-01T00:00:00+14:01",
                "02026-01-01T00:00:00Z",
                "+2026-01-01T00:00:00Z"
            })
    void whatIsNoStampIsNoInstant(String text) {
        assertThat(DateTimeStamp.parse(text)).isEmpty();
    }

    @Test
    void nothingIsNoInstant() {
        assertThat(DateTimeStamp.parse(null)).isEmpty();
    }
}
