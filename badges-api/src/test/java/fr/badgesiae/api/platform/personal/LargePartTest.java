package fr.badgesiae.api.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a job asks before it erases. */
class LargePartTest {
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "0, 0, false",
        "0, 3, false",
        // one alone never asks
        "1, 1, false",
        "1, 4, false",
        "1, 5, false",
        // two or more ask over a fifth
        "2, 2, true",
        "2, 9, true",
        "2, 10, false",
        "3, 14, true",
        "3, 15, false",
        "2147483647, 2147483647, true"
    })
    void twoOrMoreAskWhenTheyAreOverAFifth(int erased, int all, boolean large) {
        assertThat(Retention.isLargePart(erased, all)).isEqualTo(large);
    }
}
