package fr.badgesiae.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parsing of arguments, language of the answer, and messages about slips. */
class InvocationTest {
    private static final String GOOD = "valid-did-key.json";

    @TempDir
    private Path folder;

    private final CommandRun prompt = CommandRun.french();

    @Test
    void theLanguageStandsBeforeOrAfterTheCommandOrInTheEnvironment() throws IOException {
        String badge = write("a.json", GOOD);
        for (String[] words : new String[][] {
            {"--lang", "en", "verify", "--offline", badge},
            {"--lang=en", "verify", "--offline", badge},
            {"verify", "--offline", badge, "--lang", "en"},
            {"--lang", "fr", "verify", "--lang", "en", "--offline", badge}
        }) {
            assertThat(run(words)).isZero();
            assertThat(prompt.out()).startsWith("Authentic (VALID)");
        }
        CommandRun english = new CommandRun("en", false);
        assertThat(english.run("verify", "--offline", badge)).isZero();
        assertThat(english.out()).startsWith("Authentic (VALID)");
        assertThat(english.run("verify", "--offline", badge, "--lang=fr")).isZero();
        assertThat(english.out()).startsWith("Authentique (VALID)");
        assertThat(english.run("--help")).isZero();
        assertThat(english.out()).startsWith("NAME\n");
        for (String[] words : new String[][] {{"--lang", "de", "verify", badge}, {"verify", badge, "--lang"}}) {
            assertThat(run(words)).isEqualTo(64);
            assertThat(prompt.err()).contains("--lang attend fr ou en");
        }
        assertThat(run("verify", "--lang=fr", "--offline", "--", "--lang")).isEqualTo(64);
        assertThat(prompt.err()).contains("Impossible de lire --lang");
    }

    @Test
    void whatIsMistypedIsGuessed() throws IOException {
        assertThat(run("verfy", "x")).isEqualTo(64);
        assertThat(prompt.err()).contains("Commande inconnue\u00a0: verfy.", "Vouliez-vous dire verify\u202f?");
        assertThat(run("verify", "--documnets", "x")).isEqualTo(64);
        assertThat(prompt.err()).contains("Vouliez-vous dire --documents\u202f?");
        assertThat(run("--json", "verify", "x")).isEqualTo(64);
        assertThat(prompt.err()).contains("avant la commande\u00a0: --json");
    }

    @Test
    void anInputWithoutACommandIsUnderstood() throws IOException {
        String badge = write("a.json", GOOD);
        for (String word : List.of(badge, "https://a.example/badge", "-")) {
            assertThat(run(word)).isEqualTo(64);
            assertThat(prompt.err()).contains("badges-verifier verify " + word);
        }
    }

    @Test
    void aLostAnswerIsNoSuccess() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(full, false, StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                Clock.fixed(Samples.at(), ZoneOffset.UTC),
                "en",
                false);
        assertThat(Main.run(new String[] {"verify", "--json", "--offline", write("a.json", GOOD)}, terminal))
                .isEqualTo(74);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("could not be written");
    }

    @Test
    void errorsSayWhatToDoInTheLanguageAskedFor() throws IOException {
        assertThat(run("verify", "--ofline", "x")).isEqualTo(64);
        assertThat(prompt.err()).contains("inconnu\u00a0: --ofline", "badges-verifier verify --help");
        assertThat(run("verify", "--lang", "en", "absent.json")).isEqualTo(64);
        assertThat(prompt.err()).contains("Cannot read absent.json").contains("Check");
        assertThat(run("verify", "--at", "soon", write("a.json", GOOD))).isEqualTo(64);
        assertThat(prompt.err()).contains("--at", "soon", "2026-11-15T10:00:00Z");
        assertThat(run("verify", "--at")).isEqualTo(64);
        assertThat(prompt.err()).contains("--at attend une valeur");
        assertThat(run("bake", "x", "y")).isEqualTo(64);
        assertThat(prompt.err()).contains("Il manque", "--output");
        assertThat(run("verify", "--json", "--json", "x")).isEqualTo(64);
    }

    @Test
    void theVersionIsTheOneOfTheBuild() throws IOException {
        String build = Files.readString(Path.of("../pom.xml"));
        String version = build.substring(build.indexOf("<revision>") + 10, build.indexOf("</revision>"));
        assertThat(run("--version")).isZero();
        assertThat(prompt.out().strip()).isEqualTo("badges-verifier " + version);
    }

    @Test
    void theEnvironmentMayAskForEnglishAndGetsFrenchOtherwise() {
        assertThat(Language.of(Map.of())).isEqualTo("fr");
        assertThat(Language.of(Map.of("LANG", "C"))).isEqualTo("fr");
        assertThat(Language.of(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo("fr");
        for (String english : List.of("en", "en_GB", "en_US.UTF-8", "en@shaw")) {
            assertThat(Language.of(Map.of("LANG", english))).isEqualTo("en");
        }
        assertThat(Language.of(Map.of("LANG", "fr_FR.UTF-8", "LC_MESSAGES", "en_GB.UTF-8")))
                .isEqualTo("en");
        assertThat(Language.of(Map.of("LANG", "en_GB", "LC_MESSAGES", "en_GB", "LC_ALL", "C.UTF-8")))
                .isEqualTo("fr");
        assertThat(Language.of(Map.of("LANG", "en_GB", "LC_ALL", ""))).isEqualTo("en");
    }

    @Test
    void aTypingErrorIsUnderstood() {
        assertThat(SpellingSuggestion.to("verfiy", Main.COMMANDS)).hasValue("verify");
        assertThat(SpellingSuggestion.to("inspec", Main.COMMANDS)).hasValue("inspect");
        assertThat(SpellingSuggestion.to("--documnets=x.json", List.of("--documents", "--json")))
                .hasValue("--documents");
    }

    @Test
    void nonsenseIsNotUnderstood() {
        assertThat(SpellingSuggestion.to("judge", Main.COMMANDS)).isEmpty();
        assertThat(SpellingSuggestion.to("x", Main.COMMANDS)).isEmpty();
        assertThat(SpellingSuggestion.to("--x", List.of("-v", "-o"))).isEmpty();
    }

    private String write(String file, String sample) throws IOException {
        return Files.write(folder.resolve(file), Samples.named(sample).bytes()).toString();
    }

    private int run(String... arguments) {
        return prompt.run(arguments);
    }
}
