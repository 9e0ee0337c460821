package fr.badgesiae.verifier.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericDateTest {
    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1735689600, true",
        "1735689600.9, true",
        "1735689601, true",
        "1735689601.9, true",
        "1735689602, false",
        "1735689599.9, true",
        "1735689599, false",
        "1e400, false",
        "-1735689601, false",
        "\"1735689601\", false",
        "null, false",
    })
    void aClaimMayDifferByASecond(String claim, boolean agrees) throws Exception {
        Instant date = Instant.parse("2025-01-01T00:00:00.900Z");
        assertThat(NumericDate.agree(json(claim), date)).isEqualTo(agrees);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1735689600\"", "null", "1e300", "true", "[1735689600]"})
    void whatIsNoNumberOrTooLargeIsNoDate(String claim) throws Exception {
        assertThat(NumericDate.parse(json(claim))).isEmpty();
    }

    @Test
    void aFractionIsDropped() throws Exception {
        assertThat(NumericDate.parse(json("1735689600.9"))).contains(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(NumericDate.parse(json("-0.5"))).contains(Instant.parse("1969-12-31T23:59:59Z"));
    }
}
