package fr.badgesiae.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path folder;

    private final CommandRun prompt = CommandRun.french();
    private String map;

    @BeforeEach
    void writeDocuments() throws IOException {
        ObjectNode entries = new ObjectMapper().createObjectNode();
        int number = 0;
        for (Map.Entry<String, byte[]> document : Samples.documents().entrySet()) {
            String file = "document-" + number++;
            Files.write(folder.resolve(file), document.getValue());
            entries.put(document.getKey(), file);
        }
        map = folder.resolve("map.json").toString();
        Files.writeString(folder.resolve("map.json"), entries.toString());
    }

    private int run(byte[] in, String... arguments) {
        return prompt.typing(in).run(arguments);
    }

    private String sample(String name) throws IOException {
        return Files.write(folder.resolve(name), Samples.named(name).bytes()).toString();
    }

    @Test
    void aValidBadgeExitsWithZeroAndAReportInJson() throws IOException {
        int code = run(new byte[0], "verify", "--json", "--offline", "--documents", map, sample("valid-did-web.json"));
        JsonNode report = new ObjectMapper().readTree(prompt.out());
        assertThat(code).isZero();
        assertThat(report.path("verdict").asText()).isEqualTo("VALID");
        assertThat(report.path("headline").asText()).isEqualTo("AUTHENTIC");
        assertThat(report.path("checks")).hasSize(12);
        assertThat(report.path("input").path("kind").asText()).isEqualTo("OB3_JSON");
    }

    @Test
    void anExpiredBadgeExitsWithOneAndWasValidBefore() throws IOException {
        String badge = sample("expired.json");
        assertThat(run(new byte[0], "verify", "--offline", "--documents", map, badge))
                .isEqualTo(1);
        assertThat(prompt.out()).startsWith("Authentique, mais expiré (INVALID)");
        assertThat(run(new byte[0], "verify", "--at", "2026-10-15T00:00:00Z", "--offline", "--documents", map, badge))
                .isEqualTo(2);
        assertThat(prompt.out()).contains("validity-period.within", "status.list-not-current");
    }

    @Test
    void aCheckThatDidNotPassSaysWhatItMeansAndWhatToDo() throws IOException {
        run(new byte[0], "verify", "--lang", "en", "--offline", "--documents", map, sample("expired.json"));
        assertThat(prompt.out())
                .contains("\n      What this means: ")
                .contains("\n      What to do: ")
                .doesNotContain("{0}");
        run(new byte[0], "verify", "--offline", "--documents", map, sample("valid-did-web.json"));
        assertThat(prompt.out().lines().filter(line -> line.contains("+ "))).isNotEmpty();
        assertThat(prompt.out()).doesNotContain("proof.signature-valid)\n      Ce que");
    }

    @Test
    void anEndorsementIsToldWithItsNameItsAnswerAndWhatFailed() throws IOException {
        Path trust = Files.writeString(
                folder.resolve("trust.json"),
                "{\"https://badges.example/issuers/jardin\":{\"registeredName\":\"Jardin SCOP\",\"since\":\"2026-01-01\"}}");
        run(
                new byte[0],
                "verify",
                "--lang",
                "en",
                "--offline",
                "--documents",
                map,
                "--trust",
                trust.toString(),
                sample("valid-endorsed-badge.json"));
        assertThat(prompt.out())
                .contains("Endorsement by https://badges.example/issuers/jardin (registered name: Jardin SCOP): ")
                .contains("(VALID)");
        run(
                new byte[0],
                "verify",
                "--lang",
                "en",
                "--offline",
                "--documents",
                map,
                sample("endorsement-tampered.json"));
        assertThat(prompt.out())
                .containsPattern(
                        "Endorsement by https://badges.example/issuers/jardin \\(name it gives itself: .*\\(INVALID\\)\n"
                                + "    x .*\\(proof\\.signature-invalid\\)");
    }

    @Test
    void withoutItsDocumentsABadgeIsUndeterminedAndExitsWithTwo() throws IOException {
        assertThat(run(new byte[0], "verify", "--lang", "en", "--offline", sample("valid-did-web.json")))
                .isEqualTo(2);
        assertThat(prompt.out()).startsWith("Cannot be verified (UNDETERMINED)");
    }

    @Test
    void standardInputIsRead() {
        byte[] badge = Samples.named("valid-did-web.json").bytes();
        assertThat(run(badge, "verify", "--offline", "--documents", map, "-")).isZero();
    }

    @Test
    void ofSeveralBadgesTheWorstDecidesAndEachHasItsLine() throws IOException {
        String good = sample("valid-did-web.json");
        String bad = sample("not-json.json");
        assertThat(run(new byte[0], "verify", "--json", "--offline", "--documents", map, good, bad))
                .isEqualTo(1);
        assertThat(prompt.out().lines()).hasSize(2);
    }

    @Test
    void wrongUsageExitsWithSixtyFour() throws IOException {
        String badge = sample("valid-did-web.json");
        assertThat(run(new byte[0])).isEqualTo(64);
        assertThat(run(new byte[0], "verify")).isEqualTo(64);
        assertThat(run(new byte[0], "inspect-nothing")).isEqualTo(64);
        assertThat(run(new byte[0], "verify", "--at", "yesterday", badge)).isEqualTo(64);
        assertThat(run(new byte[0], "verify", "--lang", "de", badge)).isEqualTo(64);
        assertThat(run(new byte[0], "verify", folder.resolve("absent.json").toString()))
                .isEqualTo(64);
        assertThat(run(new byte[0], "verify", "--documents", "absent.json", badge))
                .isEqualTo(64);
        assertThat(prompt.out()).isEmpty();
        assertThat(prompt.err()).isNotEmpty();
    }

    @Test
    void aMapOfPrefixesServesFilesBelowItsFolderAndNoOthers() throws Exception {
        Files.createDirectories(folder.resolve("site/a"));
        Files.writeString(folder.resolve("site/a/doc.json"), "{}");
        Files.writeString(folder.resolve("prefix.json"), "{\"https://x.example/\": \"site\"}");
        MappedDocuments documents = MappedDocuments.read(folder.resolve("prefix.json"));
        var limits = fr.badgesiae.verifier.FetchLimits.DOCUMENT;
        assertThat(documents.fetch(java.net.URI.create("https://x.example/a/doc.json#k"), limits))
                .isInstanceOf(fr.badgesiae.verifier.FetchResult.Fetched.class);
        assertThat(documents.fetch(java.net.URI.create("https://x.example/../map.json"), limits))
                .isInstanceOf(fr.badgesiae.verifier.FetchResult.Failed.class);
    }
}
