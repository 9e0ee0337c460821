package fr.badgesiae.verifier.read.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSignaturesTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "474946383961, GIF, none",
        "0000002066747970686569630000, HEIC, ISO BMFF",
        "000000206674797061766966, AVIF, ISO BMFF",
        "00000020667479706d703432, none, ISO BMFF",
        "0000002066747970686569, none, none",
        "000000200000000068656963, none, none",
        "524946460400000057454250, WebP, RIFF",
        "524946460400000057415645, none, RIFF",
        "000000000400000057454250, none, none",
        "424d3600000000000000, BMP, none",
        "424d3600000000010000, none, none",
        "414d3600000000000000, none, none",
        "504b03040000, none, ZIP",
        "7b7d, none, none"
    })
    void aFileIsKnownByItsFirstBytes(String hex, String image, String file) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(FileSignatures.otherImage(bytes).orElse("none")).isEqualTo(image);
        assertThat(FileSignatures.otherFile(bytes).orElse("none")).isEqualTo(file);
    }

    @Test
    void theHeaderOfAPdfLiesInTheFirstBytes() {
        assertThat(FileSignatures.isPdf(bytes("%PDF-1.7"))).isTrue();
        assertThat(FileSignatures.isPdf(bytes(" ".repeat(1019) + "%PDF-"))).isTrue();
        assertThat(FileSignatures.isPdf(bytes(" ".repeat(1020) + "%PDF-"))).isFalse();
        for (String json : new String[] {" {\"a\":\"%PDF-\"}", "[\"%PDF-\"]", "\"%PDF-\"", "PDF"}) {
            assertThat(FileSignatures.isPdf(bytes(json))).as(json).isFalse();
        }
    }
}
