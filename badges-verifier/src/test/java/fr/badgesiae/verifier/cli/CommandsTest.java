package fr.badgesiae.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.proof.AllowedAlgorithms;
import fr.badgesiae.verifier.proof.Crypto;
import fr.badgesiae.verifier.proof.KeyType;
import fr.badgesiae.verifier.proof.PublicKeys;
import fr.badgesiae.verifier.trust.SignedTrustList;
import fr.badgesiae.verifier.trust.TrustListWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    private String out;
    private String err;

    @Test
    void aFolderIsJudgedWithItsFoldersByNameAndTheGravestDecides() throws Exception {
        Files.createDirectories(folder.resolve("b/.hidden"));
        Files.writeString(folder.resolve("b/.hidden/x.json"), "{}");
        write("c.json", GOOD);
        write("b/a.json", GOOD);
        assertThat(run("verify", "--json", "--offline", folder.toString())).isZero();
        assertThat(out.lines().map(CommandsTest::source)).containsExactly("a.json", "c.json");
        write("b/b.json", "unknown-suite.json");
        assertThat(run("verify", "--offline", folder.toString())).isEqualTo(2);
        assertThat(out).endsWith("3 badges\u00a0: 2 VALID, 0 INVALID, 1 UNDETERMINED\n");
        write("a.json", "not-json.json");
        assertThat(run("verify", "--lang", "en", "--offline", folder.toString()))
                .isEqualTo(1);
        assertThat(out).endsWith("4 badges: 2 VALID, 1 INVALID, 1 UNDETERMINED\n");
    }

    @Test
    void coloursAreWrittenOnlyWhenWanted() throws IOException {
        String badge = write("a.json", GOOD);
        run("verify", "--offline", badge);
        assertThat(out).doesNotContain("\u001b");
        assertThat(run(new byte[0], true, "verify", "--offline", badge)).isZero();
        assertThat(out).startsWith("\u001b[1;32mAuthentique (VALID)\u001b[0m\n");
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
        assertThat(out).contains("nom au registre\u00a0: Atelier inscrit");
        assertThat(run("verify", "--offline", "--trust", file, badge)).isEqualTo(64);
        assertThat(err).contains("--trust-signer");
        assertThat(run("verify", "--offline", "--trust", file, "--trust-signer", "did:web:x.example", badge))
                .isEqualTo(64);
        assertThat(err).contains("WRONG_SIGNER");
    }

    @Test
    void inspectShowsWithoutJudging() throws IOException {
        assertThat(run("inspect", "--offline", write("a.jwt", "jwt-tampered.jwt")))
                .isZero();
        assertThat(out).startsWith("OB3_JWT\n").contains("\"alg\"", "AchievementSubject", "En-tête\u00a0:");
        assertThat(run("inspect", "--json", "--offline", write("b.json", "not-json.json")))
                .isEqualTo(1);
        assertThat(new ObjectMapper().readTree(out).path("reason").asText()).isEqualTo("format.not-json");
    }

    @Test
    void aBadgeGoesIntoAnImageAndComesOutAgain() throws IOException {
        Path image = folder.resolve("image.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        String badge = write("a.json", GOOD);
        String baked = folder.resolve("baked.png").toString();
        assertThat(run("bake", "-o", baked, image.toString(), badge)).isZero();
        assertThat(run("unbake", baked)).isZero();
        assertThat(out.strip()).isEqualTo(Files.readString(Path.of(badge)).strip());
        assertThat(run("verify", "--offline", baked)).isZero();
        assertThat(run("unbake", image.toString())).isEqualTo(64);
        assertThat(err).contains("ne contient pas de badge");
        assertThat(run("bake", "-o", baked, badge, badge)).isEqualTo(64);
    }

    @Test
    void theCanonicalFormIsWhatTheProofHashes() throws Exception {
        String badge = write("a.json", GOOD);
        assertThat(run("canonicalize", badge)).isZero();
        String report = hashOf(out);
        assertThat(run("canonicalize", "--proof", badge)).isZero();
        String options = hashOf(out);
        run("verify", "--json", "--offline", badge);
        assertThat(out).contains(report, options);
        assertThat(run("canonicalize", "--jcs", badge)).isZero();
        assertThat(out).startsWith("{\"@context\":[").doesNotContain("\"proof\"", "\n");
        assertThat(run("canonicalize", write("b.json", "unknown-context.json"))).isEqualTo(1);
        assertThat(run("canonicalize", write("c.json", "not-json.json"))).isEqualTo(64);
        assertThat(run("canonicalize", "--proof", write("d.json", "proof-missing.json")))
                .isEqualTo(64);
    }

    @Test
    void aDidIsResolvedToItsDocument() throws IOException {
        String did = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
        assertThat(run("did", "resolve", did)).isZero();
        JsonNode document = new ObjectMapper().readTree(out);
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
        assertThat(out).startsWith("NOM\n    badges-verifier " + command);
        assertThat(run("help", command, "--lang=en")).isZero();
        assertThat(out).startsWith("NAME\n    badges-verifier " + command);
    }

    @Test
    void errorsSayWhatToDoInTheLanguageAskedFor() throws IOException {
        assertThat(run("verify", "--ofline", "x")).isEqualTo(64);
        assertThat(err).contains("inconnu\u00a0: --ofline", "badges-verifier verify --help");
        assertThat(run("verify", "--lang", "en", "absent.json")).isEqualTo(64);
        assertThat(err).contains("Cannot read absent.json").contains("Check");
        assertThat(run("verify", "--at", "soon", write("a.json", GOOD))).isEqualTo(64);
        assertThat(err).contains("--at", "soon");
        assertThat(run("bake", "x", "y")).isEqualTo(64);
        assertThat(err).contains("Il manque", "--output");
        assertThat(run("verify", "--json", "--json", "x")).isEqualTo(64);
        assertThat(run("--version")).isZero();
        assertThat(out).startsWith("badges-verifier ");
    }

    private static String hashOf(String canonical) throws Exception {
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest(canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8));
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
        return run(new byte[0], false, arguments);
    }

    private int run(byte[] in, boolean colours, String... arguments) {
        StringWriter outWriter = new StringWriter();
        StringWriter errWriter = new StringWriter();
        int code = Main.run(
                arguments,
                new Terminal(
                        new ByteArrayInputStream(in),
                        new PrintWriter(outWriter),
                        new PrintWriter(errWriter),
                        Clock.fixed(Samples.at(), ZoneOffset.UTC),
                        colours));
        out = outWriter.toString();
        err = errWriter.toString();
        return code;
    }
}
