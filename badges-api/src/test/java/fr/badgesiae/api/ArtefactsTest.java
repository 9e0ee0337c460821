package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import fr.badgesiae.api.offline.code.CodeText;
import fr.badgesiae.api.platform.qr.QrPicture;
import fr.badgesiae.api.wallet.NodePeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every form of one badge, handed to our command line and to implementations of others: as it is, with one letter changed, and
 * after the badge was revoked. What both say is the table of {@code docs/artefacts.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtefactsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path DOCUMENT = Path.of("..", "docs", "artefacts.md");

    /** Kept, for whoever wants to look at the files. */
    private final Path folder = Path.of("target", "artefacts").toAbsolutePath();

    private NodePeer peer;
    private TestServer server;
    private Artefacts artefacts;

    /** What our command line says of the badges in each file, and what others say. */
    private Map<String, List<String>> ours;

    private Map<String, List<String>> others;
    private Map<String, List<String>> oursRevoked;
    private Map<String, List<String>> othersRevoked;

    @BeforeAll
    void judge() throws Exception {
        peer = NodePeer.open();
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/zbarimg")) || Boolean.getBoolean("badges.node.required"),
                "SKIPPED, NOT PASSED: no zbarimg found. Install zbar-tools.");
        server = TestServer.start();
        artefacts = Artefacts.of(server);
        Files.createDirectories(folder);
        for (Artefact artefact : artefacts.all()) {
            Files.write(folder.resolve(artefact.file()), artefact.genuine());
            Files.write(folder.resolve(artefact.changedFile()), artefact.changed());
        }
        CodeText.Read code = CodeText.read(artefacts.code());
        forged("forged-kid.png", OfflineBadges.forged(code, code.kid()));
        forged("forged-other.png", OfflineBadges.forged(code, "another"));
        List<String> every = artefacts.all().stream()
                .flatMap(each -> List.of(each.file(), each.changedFile()).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        ours = ours(every);
        others = others(true);
        artefacts.revoke();
        oursRevoked = ours(artefacts.all().stream().map(Artefact::file).toList());
        othersRevoked = others(false);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private void forged(String file, String address) throws IOException {
        Files.write(folder.resolve(file), QrPicture.png(server.origin() + address, List.of()));
    }

    /** What our command line says of each badge in these files; the reason where it cannot tell. */
    private Map<String, List<String>> ours(List<String> files) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--json"));
        arguments.addAll(files);
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (JsonNode report : VerifierCommand.run(folder, "verify", arguments).reports()) {
            said.computeIfAbsent(source(report), file -> new ArrayList<>()).add(word(report));
        }
        return said;
    }

    private static String source(JsonNode report) {
        return report.at("/input/source").asText();
    }

    private static String word(JsonNode report) {
        return switch (report.path("headline").asText()) {
            case "AUTHENTIC" -> "VALID";
            case "REVOKED" -> "REVOKED";
            case "CANNOT_TELL" -> reason(report);
            default -> "NOT_VALID";
        };
    }

    private static String reason(JsonNode report) {
        for (JsonNode check : report.path("checks")) {
            if (check.path("outcome").asText().equals("INCONCLUSIVE")) {
                String reason = check.path("reason").asText();
                return reason.equals("format.not-fetched") ? "NOTHING" : reason;
            }
        }
        return "CANNOT_TELL";
    }

    private Map<String, List<String>> others(boolean changed) throws IOException {
        ArrayNode named = JSON.createArrayNode();
        for (Artefact artefact : artefacts.all()) {
            named.addObject().put("file", artefact.file()).put("reader", artefact.reader());
            if (changed) {
                named.addObject().put("file", artefact.changedFile()).put("reader", artefact.reader());
            }
        }
        if (changed) {
            named.addObject().put("file", "forged-kid.png").put("reader", "qr");
            named.addObject().put("file", "forged-other.png").put("reader", "qr");
        }
        JSON.writeValue(folder.resolve("artefacts.json").toFile(), named);
        Map<String, List<String>> said = new LinkedHashMap<>();
        peer.run("artefacts.mjs", folder.toString()).properties().forEach(file -> {
            List<String> words = new ArrayList<>();
            file.getValue().forEach(word -> words.add(word.asText()));
            said.put(file.getKey(), words);
        });
        return said;
    }

    @Test
    void othersSayOfEveryFormWhatItIs() {
        for (Artefact artefact : artefacts.all()) {
            assertThat(others.get(artefact.file()))
                    .as(artefact.file())
                    .isEqualTo(artefact.expected().genuine());
            assertThat(others.get(artefact.changedFile()))
                    .as(artefact.changedFile())
                    .isEqualTo(artefact.expected().changed());
            assertThat(othersRevoked.get(artefact.file()))
                    .as(artefact.file() + ", revoked")
                    .isEqualTo(artefact.expected().revoked());
        }
    }

    @Test
    void theCommandLineSaysTheSameOfEveryFormThatItReads() {
        for (Artefact artefact : artefacts.all()) {
            boolean read = artefact.unread().isEmpty();
            List<String> unread = List.of(artefact.unread());
            assertThat(ours.get(artefact.file()))
                    .as(artefact.file())
                    .isEqualTo(read ? artefact.expected().genuine() : unread);
            assertThat(ours.get(artefact.changedFile()))
                    .as(artefact.changedFile())
                    .isEqualTo(read ? artefact.expected().changed() : unread);
            assertThat(oursRevoked.get(artefact.file()))
                    .as(artefact.file() + ", revoked")
                    .isEqualTo(read ? artefact.expected().revoked() : unread);
        }
    }

    @Test
    void nobodyTakesACodeOfAnotherKey() {
        assertThat(others.get("forged-kid.png")).containsExactly("NOT_VALID");
        assertThat(others.get("forged-other.png")).containsExactly("NOT_VALID");
    }

    @Test
    void theDocumentHasTheTable() throws IOException {
        List<String> table = new ArrayList<>(List.of(
                "| what leaves the service | read by others with | as it is | one letter changed | revoked | our command line |",
                "|---|---|---|---|---|---|"));
        for (Artefact artefact : artefacts.all()) {
            table.add("| " + artefact.name() + " | " + artefact.others() + " | " + words(others.get(artefact.file()))
                    + " | "
                    + words(others.get(artefact.changedFile())) + " | " + words(othersRevoked.get(artefact.file()))
                    + " | "
                    + same(artefact) + " |");
        }
        String text = String.join("\n", table) + "\n";
        Files.writeString(folder.resolveSibling("artefacts.md"), text);

        assertThat(Files.readString(DOCUMENT)).contains(text);
    }

    private String same(Artefact artefact) {
        boolean same = ours.get(artefact.file()).equals(others.get(artefact.file()))
                && ours.get(artefact.changedFile()).equals(others.get(artefact.changedFile()))
                && oursRevoked.get(artefact.file()).equals(othersRevoked.get(artefact.file()));
        return same ? "the same" : "`" + String.join("`, `", ours.get(artefact.file())) + "`";
    }

    private static String words(List<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT).replace('_', ' '))
                .map(word -> word.equals("nothing") ? "no badge there" : word)
                .collect(Collectors.joining(", "));
    }
}
