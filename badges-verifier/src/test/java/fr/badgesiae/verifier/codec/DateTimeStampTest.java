package fr.badgesiae.verifier.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms accepted by the regular expression of VC Data Model 2.0, 5.8, and forms that resemble them. */
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
    void theShortWayForOrdinaryStampsAgreesWithTheGeneralOne() {
        Random random = new Random(20260101);
        int stamps = 0;
        for (int i = 0; i < 50_000; i++) {
            String text = almostAStamp(random);
            Optional<Instant> expected = DateTimeStamp.general(text);
            assertThat(DateTimeStamp.parse(text)).as(text).isEqualTo(expected);
            stamps += expected.isPresent() ? 1 : 0;
        }
        assertThat(stamps).isBetween(10_000, 40_000);
    }

    /** A stamp whose numbers may be slightly out of range, and with a character changed or missing at times. */
    private static String almostAStamp(Random random) {
        String text = "%04d-%02d-%02dT%02d:%02d:%02d"
                .formatted(
                        random.nextInt(10_000),
                        random.nextInt(13) + random.nextInt(2),
                        random.nextInt(30) + random.nextInt(3),
                        random.nextInt(25),
                        random.nextInt(60) + random.nextInt(2),
                        random.nextInt(60) + random.nextInt(2));
        String fraction = "." + "0123456789012".substring(random.nextInt(4), 4 + random.nextInt(10));
        StringBuilder stamp = new StringBuilder(text + (random.nextBoolean() ? fraction : "") + "Z");
        if (random.nextInt(4) == 0) {
            int at = random.nextInt(stamp.length());
            stamp.replace(
                    at,
                    at + 1,
                    List.of("", "0", "9", ".", "-", "+", "T", "Z", "\u0663").get(random.nextInt(9)));
        }
        return stamp.toString();
    }

    @Test
    void nothingIsNoInstant() {
        assertThat(DateTimeStamp.parse(null)).isEmpty();
    }
}
