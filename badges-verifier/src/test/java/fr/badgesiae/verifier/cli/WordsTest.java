package fr.badgesiae.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WordsTest {
    private static final Words FRENCH = Words.in("fr");
    private static final Words ENGLISH = Words.in("en");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(FRENCH.keys()).isEqualTo(ENGLISH.keys());
        for (String key : FRENCH.keys()) {
            for (String place : List.of("{0}", "{1}", "{2}", "{3}")) {
                assertThat(FRENCH.say(key).contains(place))
                        .as(key)
                        .isEqualTo(ENGLISH.say(key).contains(place));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "inspect", "unbake", "bake", "canonicalize", "did"})
    void everyOptionOfACommandIsOnItsPageInBothLanguages(String command) {
        Terminal nobody = new Terminal(
                InputStream.nullInputStream(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                Clock.systemUTC(),
                false);
        CommandLine line = new CommandLine(Main.command(command, nobody, FRENCH));
        for (Words words : List.of(FRENCH, ENGLISH)) {
            String page = words.page(command);
            line.getCommandSpec().options().forEach(option -> assertThat(page).contains(option.longestName()));
        }
        assertThat(FRENCH.page(command))
                .contains("NOM\n", "SYNOPSIS\n", "DESCRIPTION\n", "OPTIONS\n", "CODE DE SORTIE\n", "EXEMPLES\n");
        assertThat(ENGLISH.page(command))
                .contains("NAME\n", "SYNOPSIS\n", "DESCRIPTION\n", "OPTIONS\n", "EXIT STATUS\n", "EXAMPLES\n");
    }

    @Test
    void everyPageNamesNoOptionThatDoesNotExist() {
        Terminal nobody = new Terminal(null, null, null, Clock.systemUTC(), false);
        for (String command : Main.COMMANDS) {
            var known = new CommandLine(Main.command(command, nobody, FRENCH))
                    .getCommandSpec()
                    .optionsMap();
            ENGLISH.page(command)
                    .lines()
                    .filter(line -> line.startsWith("    --"))
                    .map(line -> line.strip().split("[ \\[]", 2)[0])
                    .forEach(option -> assertThat(known).as(command).containsKey(option));
        }
    }

    @Test
    void coloursAreForTerminalsOfThoseWhoWantThem() {
        assertThat(Terminal.wantsColours(Map.of("TERM", "xterm"), true)).isTrue();
        assertThat(Terminal.wantsColours(Map.of("TERM", "xterm"), false)).isFalse();
        assertThat(Terminal.wantsColours(Map.of("TERM", "dumb"), true)).isFalse();
        assertThat(Terminal.wantsColours(Map.of("TERM", "xterm", "NO_COLOR", "1"), true))
                .isFalse();
        assertThat(Terminal.wantsColours(Map.of(), true)).isFalse();
    }

    @Test
    void whatComesFromABadgeDoesNotDriveATerminal() {
        assertThat(FRENCH.say("report.issuer", "a\u001b[31mb\u202ec\n")).endsWith("a\uFFFD[31mb\uFFFDc\uFFFD");
    }
}
