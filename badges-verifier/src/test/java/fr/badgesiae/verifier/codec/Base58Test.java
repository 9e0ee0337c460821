package fr.badgesiae.verifier.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base58Test {
    /** The vectors of draft-msporny-base58-03, section 5, and of its reference code. */
    @ParameterizedTest
    @CsvSource({
        "48656c6c6f20576f726c6421, 2NEpo7TZRRrLZSi2U",
        "0000287fb4cd, 11233QC4",
        "'', ''",
        "00, 1",
        "000000, 111",
        "61, 2g",
        "ff, 5Q",
        "0001, 12"
    })
    void theVectorsOfTheDraftAreReproduced(String hex, String text) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(Base58.encode(bytes)).isEqualTo(text);
        assertThat(Base58.decode(text)).hasValue(bytes);
    }

    @Test
    void whatIsWrittenReadsBackWhateverItsLengthAndItsZeros() {
        Random random = new Random(58);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            for (int zeros = 0; zeros < Math.min(length, 3); zeros++) {
                bytes[zeros] = 0;
                assertThat(Base58.decode(Base58.encode(bytes))).hasValue(bytes);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "O", "I", "l", "2g ", "é", "z6Mk!", "2NEpo7TZRRrLZSi2U+"})
    void aCharacterOutsideOfTheAlphabetIsRefused(String text) {
        assertThat(Base58.decode(text)).isEmpty();
    }

    @Test
    void aTextLongerThanAnyKeyIsRefused() {
        assertThat(Base58.decode("2".repeat(1024))).isPresent();
        assertThat(Base58.decode("2".repeat(1025))).isEmpty();
    }
}
