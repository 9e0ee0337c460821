package fr.badgesiae.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.trust.SignedTrustList;
import fr.badgesiae.verifier.trust.TrustListWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final String GOOD = "valid-did-key.json";

    @TempDir
    private Path folder;

    private final CommandRun prompt = CommandRun.french();

    @Test
    void aFolderIsJudgedWithItsFoldersByNameAndTheGravestDecides() throws Exception {
        Files.createDirectories(folder.resolve("b/.hidden"));
        Files.writeString(folder.resolve("b/.hidden/x.json"), "{}");
        write("c.json", GOOD);
        write("b/a.json", GOOD);
        assertThat(run("verify", "--json", "--offline", folder.toString())).isZero();
        assertThat(prompt.out().lines().map(CommandsTest::source)).containsExactly("a.json", "c.json");
        write("b/b.json", "unknown-suite.json");
        assertThat(run("verify", "--offline", folder.toString())).isEqualTo(2);
        assertThat(prompt.out().lines()).hasSize(4);
        assertThat(prompt.out())
                .contains("VALID         " + folder.resolve("c.json") + "\n")
                .contains("UNDETERMINED  " + folder.resolve("b/b.json") + "  ")
                .contains("proof.suite-not-examined)\n")
                .endsWith("3 résultats\u00a0: 2 VALID, 0 INVALID, 1 UNDETERMINED\n");
        write("a.json", "not-json.json");
        assertThat(run("verify", "--lang", "en", "--offline", folder.toString()))
                .isEqualTo(1);
        assertThat(prompt.out()).endsWith("4 reports: 2 VALID, 1 INVALID, 1 UNDETERMINED\n");
    }

    @Test
    void severalBadgesAreShownAtLengthOnlyWhenThatIsAskedFor() throws IOException {
        String one = write("a.json", GOOD);
        String other = write("b.json", "not-json.json");
        run("verify", "--offline", one);
        long length = prompt.out().lines().count();
        assertThat(length).isGreaterThan(12);
        assertThat(run("verify", "--offline", one, other)).isEqualTo(1);
        assertThat(prompt.out().lines()).hasSize(3);
        run("verify", "-v", "--offline", one, one);
        assertThat(prompt.out().lines()).hasSize((int) (2 * length + 1));
        run("verify", "--lang=en", "--offline", Files.createDirectory(folder.resolve("x")) + "/../x/../a.json");
        assertThat(prompt.out().lines()).hasSize((int) length);
    }

    @Test
    void whatCannotBeReadAmongSeveralKeepsNoneOfThemFromBeingJudged() throws IOException {
        Path one = Files.createDirectories(folder.resolve("some"));
        Files.copy(Path.of(write("a.json", GOOD)), one.resolve("b.json"));
        Files.createSymbolicLink(one.resolve("a.json"), Path.of("/proc/self/mem"));
        assertThat(run("verify", "--offline", one.toString())).isEqualTo(64);
        assertThat(prompt.err()).contains("Impossible de lire").contains("a.json");
        assertThat(prompt.out())
                .contains("VALID         " + one.resolve("b.json"))
                .endsWith("0 UNDETERMINED\n");
        assertThat(run("verify", Files.createDirectory(folder.resolve("empty")).toString()))
                .isEqualTo(64);
        assertThat(prompt.err()).contains("aucun fichier");
    }

    @Test
    void aRegistrySaysWhatIsWrongWithIt() throws IOException {
        String badge = write("a.json", GOOD);
        assertThat(run("verify", "--offline", "--trust", "absent.json", badge)).isEqualTo(64);
        assertThat(prompt.err()).contains("Impossible de lire absent.json", "Vérifiez");
        String list = folder.resolve("list.json").toString();
        for (String entry : List.of("\"A\"", "{}", "{\"registeredName\":\"A\",\"since\":\"hier\"}")) {
            Files.writeString(Path.of(list), "{\"did:web:a.example\":" + entry + "}");
            assertThat(run("verify", "--offline", "--trust", list, badge)).isEqualTo(64);
            assertThat(prompt.err()).contains("did:web:a.example", "registeredName");
        }
        Files.writeString(Path.of(list), "{\"did:web:a.example\":{\"registeredName\":\"A\"}}");
        assertThat(run("verify", "--offline", "--trust", list, badge)).isZero();
        assertThat(run("verify", "--offline", "--trust", list, "--trust-signer", "did:web:b.example", badge))
                .isEqualTo(64);
        assertThat(prompt.err()).contains("personne n’a signé");
        assertThat(run("verify", "--offline", "--trust-signer", "did:web:b.example", badge))
                .isEqualTo(64);
        assertThat(prompt.err()).contains("--trust FICHIER");
        assertThat(run("verify", "--offline", "--documents", "absent.json", badge))
                .isEqualTo(64);
        assertThat(prompt.err()).contains("Impossible de lire absent.json");
    }

    @Test
    void coloursAreWrittenOnlyWhenWanted() throws IOException {
        String badge = write("a.json", GOOD);
        run("verify", "--offline", badge);
        assertThat(prompt.out()).doesNotContain("\u001b");
        CommandRun coloured = new CommandRun("fr", true);
        assertThat(coloured.run("verify", "--offline", badge)).isZero();
        assertThat(coloured.out()).startsWith("\u001b[1;32mAuthentique (VALID)\u001b[0m\n");
    }

    @Test
    void aSignedRegistryNamesTheIssuerWhenThePinnedSignerSignedIt() throws IOException {
        String badge = write("a.json", GOOD);
        String issuer = new ObjectMapper()
                .readTree(Files.readAllBytes(Path.of(badge)))
                .at("/issuer/id")
                .asText();
        Crypto crypto = Crypto.best();
        PublicKeys keys = new PublicKeys(crypto);
        KeyPair pair = crypto.generate(KeyType.ED25519, new SecureRandom());
        String did = "did:key:" + keys.toMultikey(keys.of(pair.getPublic()));
        SignedTrustList list = new SignedTrustList(
                did,
                Samples.at().minusSeconds(60),
                Samples.at().plus(Duration.ofDays(1)),
                1,
                List.of(new SignedTrustList.Entry(
                        issuer, "Atelier inscrit", null, SignedTrustList.State.ACTIVE, LocalDate.of(2026, 1, 1))));
        String jws = TrustListWriter.sign(
                list,
                "EdDSA",
                did + did.replace("did:key:", "#"),
                crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate()));
        String file = Files.writeString(folder.resolve("list.jwt"), jws).toString();
        assertThat(run("verify", "--offline", "--trust", file, "--trust-signer", did, badge))
                .isZero();
        assertThat(prompt.out()).contains("nom au registre\u00a0: Atelier inscrit");
        assertThat(run("verify", "--offline", "--trust", file, badge)).isEqualTo(64);
        assertThat(prompt.err()).contains("--trust-signer");
        assertThat(run("verify", "--offline", "--trust", file, "--trust-signer", "did:web:x.example", badge))
                .isEqualTo(64);
        assertThat(prompt.err()).contains("WRONG_SIGNER");
    }

    @Test
    void inspectShowsWithoutJudging() throws IOException {
        assertThat(run("inspect", "--offline", write("a.jwt", "jwt-tampered.jwt")))
                .isZero();
        assertThat(prompt.out()).startsWith("OB3_JWT\n").contains("\"alg\"", "AchievementSubject", "En-tête\u00a0:");
        assertThat(run("inspect", "--json", "--offline", write("b.json", "not-json.json")))
                .isEqualTo(1);
        assertThat(new ObjectMapper().readTree(prompt.out()).path("reason").asText())
                .isEqualTo("format.not-json");
    }

    @Test
    void aBadgeGoesIntoAnImageAndComesOutAgain() throws IOException {
        Path image = folder.resolve("image.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        String badge = write("a.json", GOOD);
        String baked = folder.resolve("baked.png").toString();
        assertThat(run("bake", "-o", baked, image.toString(), badge)).isZero();
        assertThat(run("unbake", baked)).isZero();
        assertThat(prompt.bytes()).isEqualTo(stripped(badge));
        String token = write("b.jwt", "jwt-tampered.jwt");
        assertThat(run("bake", "-o", baked, image.toString(), token)).isZero();
        assertThat(run("unbake", baked)).isZero();
        assertThat(prompt.bytes()).isEqualTo(stripped(token));
        assertThat(run("bake", "-o", baked, baked, badge)).isZero();
        assertThat(run("verify", "--offline", baked)).isZero();
        assertThat(run("unbake", image.toString())).isEqualTo(1);
        assertThat(prompt.err()).contains("ne contient pas de badge");
        assertThat(run("unbake", badge)).isEqualTo(64);
        assertThat(prompt.err()).contains("n’est ni un PNG ni un SVG");
        assertThat(prompt.bytes()).isEmpty();
        assertThat(run("bake", "-o", baked, badge, badge)).isEqualTo(64);
    }

    @Test
    void theCanonicalFormIsWhatTheProofHashes() throws Exception {
        String badge = write("a.json", GOOD);
        assertThat(run("canonicalize", badge)).isZero();
        String report = hashOf(prompt.out());
        assertThat(run("canonicalize", "--proof", badge)).isZero();
        String options = hashOf(prompt.out());
        run("verify", "--json", "--offline", badge);
        assertThat(prompt.out()).contains(report, options);
        assertThat(run("canonicalize", "--jcs", badge)).isZero();
        assertThat(prompt.out()).startsWith("{\"@context\":[").doesNotContain("\"proof\"", "\n");
        assertThat(run("canonicalize", write("b.json", "unknown-context.json"))).isEqualTo(1);
        assertThat(run("canonicalize", write("c.json", "not-json.json"))).isEqualTo(64);
        assertThat(run("canonicalize", "--proof", write("d.json", "proof-missing.json")))
                .isEqualTo(64);
    }

    @Test
    void aDidIsResolvedToItsDocument() throws IOException {
        String did = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
        assertThat(run("did", "resolve", did)).isZero();
        JsonNode document = new ObjectMapper().readTree(prompt.out());
        assertThat(document.path("id").asText()).isEqualTo(did);
        assertThat(document.at("/verificationMethod/0/publicKeyMultibase").asText())
                .startsWith("z6Mk");
        assertThat(run("did", "resolve", "did:key:nonsense")).isEqualTo(1);
        assertThat(run("did", "resolve", "did:web:a.example", "--offline")).isEqualTo(2);
        assertThat(run("did", "destroy", did)).isEqualTo(64);
        Files.writeString(folder.resolve("did.json"), "{\"id\":\"did:web:b.example\"}");
        String map = Files.writeString(
                        folder.resolve("map.json"),
                        "{\"https://a.example/.well-known/did.json\":\"did.json\","
                                + "\"https://b.example/.well-known/did.json\":\"did.json\"}")
                .toString();
        assertThat(run("did", "resolve", "did:web:b.example", "--offline", "--documents", map))
                .isZero();
        assertThat(run("did", "resolve", "did:web:a.example", "--offline", "--documents", map))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "inspect", "unbake", "bake", "canonicalize", "did"})
    void helpIsAWholePageInBothLanguages(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(prompt.out()).startsWith("NOM\n    badges-verifier " + command);
        assertThat(run("help", command, "--lang=en")).isZero();
        assertThat(prompt.out()).startsWith("NAME\n    badges-verifier " + command);
    }

    private static byte[] stripped(String file) throws IOException {
        return Files.readString(Path.of(file)).strip().getBytes(StandardCharsets.UTF_8);
    }

    private static String hashOf(String canonical) throws Exception {
        byte[] digest =
                java.security.MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        return java.util.HexFormat.of().formatHex(digest);
    }

    private static String source(String report) {
        try {
            Path path = Path.of(
                    new ObjectMapper().readTree(report).at("/input/source").asText());
            return path.getFileName().toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String write(String file, String sample) throws IOException {
        return Files.write(folder.resolve(file), Samples.named(sample).bytes()).toString();
    }

    private int run(String... arguments) {
        return prompt.run(arguments);
    }
}
