package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessLifetimeTest {
    private static final Instant NOW = Instant.parse("2026-11-15T10:00:00Z");
    private static final String DATE = "Sun, 15 Nov 2026 10:00:00 GMT";
    private static final String IN_TEN_MINUTES = "Sun, 15 Nov 2026 10:10:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=120 | | 120",
                "max-age=120 | 20 | 100",
                "max-age=5, s-maxage=300 | | 300",
                "s-maxage=300, max-age=5 | 40 | 260",
                "MAX-AGE=7 | | 7",
                "public, max-age=\"60\" | | 60",
                "max-age=10 | 99 | 0",
                "max-age=10 | soon | 10",
                "max-age=10 | -5 | 10",
                "max-age=-1 | | 0",
                "max-age=soon | | 0",
                "max-age | | 0",
                "max-age=1, max-age=500 | | 1",
                "x-max-age=900, max-age=3 | | 3",
                "ext=\"max-age=900\", max-age=3 | | 3",
                "ext=\"no-store\", max-age=3 | | 3",
                "no-cache, max-age=10 | | 0",
                "no-cache=\"Set-Cookie\" | | 0",
                "max-age=999999999 | | 86400",
                "max-age=99999999999999999999999999 | 1 | 86400",
                "max-age=10 | 99999999999999999999999999 | 0",
                "public | | 60",
                "'' | | 60",
                ",,, ;= | | 60"
            })
    void aCacheControlGivesSeconds(String cacheControl, String age, long seconds) {
        CacheHeaders headers = new CacheHeaders(cacheControl, age, null, null, null, null, null);
        assertThat(FreshnessLifetime.of(headers, NOW).fresh()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(FreshnessLifetime.of(headers, NOW).keep()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no-store", "max-age=10, No-Store", "private", "private=\"x\", max-age=10", "no-store,no-cache"})
    void whatMayNotBeKeptIsNot(String cacheControl) {
        assertThat(FreshnessLifetime.of(CacheHeaders.cacheControl(cacheControl), NOW)
                        .keep())
                .isFalse();
    }

    @Test
    void anAnswerThatVariesWithAnythingIsNotKept() {
        CacheHeaders headers = new CacheHeaders("max-age=10", null, null, null, "Accept, *", null, null);
        assertThat(FreshnessLifetime.of(headers, NOW).keep()).isFalse();
    }

    @Test
    void expiresCountsFromTheDateOfTheAnswerAndOnlyWithoutAMaximumAge() {
        assertThat(expires(null, DATE, IN_TEN_MINUTES)).isEqualTo(Duration.ofMinutes(10));
        assertThat(expires("public", DATE, IN_TEN_MINUTES)).isEqualTo(Duration.ofMinutes(10));
        assertThat(expires(null, null, IN_TEN_MINUTES)).isEqualTo(Duration.ofMinutes(10));
        assertThat(expires("max-age=5", DATE, IN_TEN_MINUTES)).isEqualTo(Duration.ofSeconds(5));
        assertThat(expires(null, DATE, "0")).isZero();
        assertThat(expires(null, IN_TEN_MINUTES, DATE)).isZero();
        assertThat(expires(null, "never", IN_TEN_MINUTES)).isEqualTo(Duration.ofMinutes(10));
        assertThat(FreshnessLifetime.of(CacheHeaders.NONE, NOW).fresh()).isEqualTo(FreshnessLifetime.UNSAID);
    }

    @Test
    void whatMustBeAskedAboutNeverStandsInForASourceThatIsDown() {
        assertThat(FreshnessLifetime.of(CacheHeaders.cacheControl("max-age=9"), NOW)
                        .stale())
                .isTrue();
        assertThat(FreshnessLifetime.of(CacheHeaders.cacheControl("max-age=9, must-revalidate"), NOW)
                        .stale())
                .isFalse();
        assertThat(FreshnessLifetime.of(CacheHeaders.cacheControl("proxy-revalidate"), NOW)
                        .stale())
                .isFalse();
        assertThat(FreshnessLifetime.of(CacheHeaders.cacheControl("no-cache"), NOW)
                        .stale())
                .isFalse();
    }

    @Test
    void noHeaderMakesItThrowOrLiveForever() {
        Random random = new Random(7);
        String[] pieces = {
            "max-age",
            "s-maxage",
            "=",
            "\"",
            ",",
            ";",
            " ",
            "no-",
            "store",
            "9999999999",
            "-1",
            "\\",
            "é",
            "\u0000",
            "GMT",
            DATE
        };
        for (int i = 0; i < 20_000; i++) {
            String[] headers = new String[7];
            for (int header = 0; header < headers.length; header++) {
                StringBuilder text = new StringBuilder();
                for (int piece = random.nextInt(8); piece > 0; piece--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                headers[header] = random.nextInt(4) == 0 ? null : text.toString();
            }
            FreshnessLifetime lifetime = FreshnessLifetime.of(
                    new CacheHeaders(
                            headers[0], headers[1], headers[2], headers[3], headers[4], headers[5], headers[6]),
                    NOW);
            assertThat(lifetime.fresh()).isBetween(Duration.ZERO, FreshnessLifetime.LONGEST);
        }
    }

    private static Duration expires(String cacheControl, String date, String expires) {
        return FreshnessLifetime.of(new CacheHeaders(cacheControl, null, date, expires, null, null, null), NOW)
                .fresh();
    }
}
