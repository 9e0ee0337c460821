package fr.badgesiae.schemas.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void theCommittedFilesAreWhatTheGeneratorMakes() throws IOException {
        Map<String, byte[]> committed = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(GenerateSamples.FOLDER)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = GenerateSamples.FOLDER.relativize(path).toString().replace('\\', '/');
                committed.put(name, Files.readAllBytes(path));
            }
        }

        Map<String, byte[]> made = Corpus.files();
        assertThat(committed.keySet()).isEqualTo(made.keySet());
        made.forEach((name, bytes) -> assertThat(committed.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void everySampleNamesEveryCheckOnceInTheOrderOfReports() {
        List<String> order = Samples.named("valid-did-web.json").expectations().stream()
                .map(Expectation::check)
                .toList();

        assertThat(order).hasSize(12).startsWith("FORMAT", "CONTEXT", "SCHEMA", "ISSUER", "PROOF");
        assertThat(Samples.all())
                .allSatisfy(sample -> assertThat(sample.expectations())
                        .extracting(Expectation::check)
                        .isEqualTo(order));
    }

    @Test
    void whatIsCalledValidIsValid() {
        assertThat(Samples.all())
                .filteredOn(sample -> sample.file().startsWith("valid-"))
                .hasSizeGreaterThan(10)
                .allSatisfy(sample -> assertThat(sample.verdict()).isEqualTo("VALID"));
    }

    @Test
    void whatIsCalledTamperedIsInvalid() {
        assertThat(Samples.all())
                .filteredOn(sample -> sample.file().startsWith("tampered-"))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.verdict()).isEqualTo("INVALID"));
    }

    @Test
    void theListsHaveTheBitsThatTheBadgesSpeakOf() throws IOException {
        assertThat(bits(StatusLists.REVOCATION, StatusLists.REVOKED_INDEX, 131_072))
                .containsExactly(true, 1);
        assertThat(bits(StatusLists.SUSPENSION, StatusLists.SUSPENDED_INDEX, 131_072))
                .containsExactly(true, 1);
        assertThat(bits(StatusLists.SHORT, "0", 8_192)).containsExactly(false, 0);
    }

    /** Whether a bit is set, and how many are. */
    private static Object[] bits(String encoded, String index, int length) throws IOException {
        byte[] gzip = Base64.getUrlDecoder().decode(encoded.substring(1).getBytes(StandardCharsets.US_ASCII));
        byte[] list = new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
        assertThat(list).hasSize(length / 8);
        int at = Integer.parseInt(index);
        int count = 0;
        for (byte each : list) {
            count += Integer.bitCount(each & 0xff);
        }
        return new Object[] {(list[at / 8] & (0x80 >> (at % 8))) != 0, count};
    }
}
