package fr.badgesiae.verifier.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
    void theVectorsOfTheAuthorsAreReproducedByteForByte(String name) throws IOException {
        String input = ReferenceData.text("vectors/jcs/input/" + name + ".json");
        String canonical = CanonicalJson.of(JSON.readTree(input)).orElseThrow();
        assertThat(canonical).isEqualTo(ReferenceData.text("vectors/jcs/output/" + name + ".json"));
        String hex = ReferenceData.text("vectors/jcs/outhex/" + name + ".txt").replaceAll("\\s+", "");
        assertThat(HexFormat.of().formatHex(canonical.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(hex);
    }

    /** RFC 8785 appendix B, and the samples of its authors' test file. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
        "4340000000000001, 9007199254740994"
    })
    void numbersAreWrittenAsEcmaScriptWritesThem(String bits, String text) {
        assertThat(EcmaScriptNumber.toString(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    @Test
    void everyNumberReadsBackAndNoShorterTextDoes() {
        Random random = new Random(8785);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String text = EcmaScriptNumber.toString(number);
                assertThat(Double.parseDouble(text)).as(text).isEqualTo(number);
                assertThat(new BigDecimal(text).stripTrailingZeros().precision())
                        .as(text)
                        .isLessThanOrEqualTo(new BigDecimal(Double.toString(number))
                                .stripTrailingZeros()
                                .precision());
            }
        }
    }

    /** The first ten thousand lines of the authors' generated file, compared by its published hash. */
    @Test
    void theGeneratedFileOfTheAuthorsHasItsPublishedHash() {
        assertThat(HexFormat.of().formatHex(HashAlgorithm.SHA_256.hash(EcmaScriptVectors.lines(10_000))))
                .isEqualTo("b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892");
    }

    @Test
    void moreFractionsThanAnyBadgeHoldsAreTooMuchWork() throws IOException {
        String many = "[" + "0.1,".repeat(10_000) + "0.1]";
        assertThat(CanonicalJson.of(JSON.readTree(many))).isEmpty();
        assertThat(CanonicalJson.of(JSON.readTree("[" + "1,".repeat(20_000) + "1]")))
                .isPresent();
    }
}
