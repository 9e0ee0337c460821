package fr.badgesiae.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MessagesTest {
    private static final Messages FRENCH = Messages.in("fr");
    private static final Messages ENGLISH = Messages.in("en");
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final Terminal NOBODY =
            new Terminal(InputStream.nullInputStream(), NOWHERE, NOWHERE, Clock.systemUTC(), "fr", false);
    private static final List<String> PAGES =
            Stream.concat(Stream.of("badges-verifier"), Main.COMMANDS.stream()).toList();

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
        CommandLine line = new CommandLine(Main.command(command, NOBODY, FRENCH));
        for (Messages words : List.of(FRENCH, ENGLISH)) {
            String page = words.page(command);
            assertThat(page).contains("    --lang fr|en\n", "    -h, --help\n", "    64  ", "    70  ", "    74  ");
            line.getCommandSpec().options().forEach(option -> assertThat(page).contains(option.longestName()));
        }
        assertThat(FRENCH.page(command))
                .contains("NOM\n", "SYNOPSIS\n", "DESCRIPTION\n", "OPTIONS\n", "CODE DE SORTIE\n", "EXEMPLES\n");
        assertThat(ENGLISH.page(command))
                .contains("NAME\n", "SYNOPSIS\n", "DESCRIPTION\n", "OPTIONS\n", "EXIT STATUS\n", "EXAMPLES\n");
    }

    @Test
    void everyPageNamesNoOptionThatDoesNotExist() {
        for (String command : Main.COMMANDS) {
            Set<String> known = new HashSet<>(new CommandLine(Main.command(command, NOBODY, FRENCH))
                    .getCommandSpec()
                    .optionsMap()
                    .keySet());
            known.add("--lang");
            ENGLISH.page(command)
                    .lines()
                    .filter(line -> line.startsWith("    --"))
                    .map(line -> line.strip().split("[ \\[]", 2)[0])
                    .forEach(option -> assertThat(known).as(command).contains(option));
        }
    }

    @Test
    void aPageFitsIntoATerminalOfEightyColumns() {
        for (Messages words : List.of(FRENCH, ENGLISH)) {
            for (String page : PAGES) {
                assertThat(words.page(page).lines()).as(page).allMatch(line -> line.length() <= 80);
            }
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
