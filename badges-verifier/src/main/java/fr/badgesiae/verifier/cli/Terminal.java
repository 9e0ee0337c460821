package fr.badgesiae.verifier.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a command.
 *
 * @param language {@code fr} or {@code en}, unless an option says otherwise
 * @param colours whether the output is an interactive terminal with colours
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, Clock clock, String language, boolean colours) {
    /** The terminal of this process; always UTF-8. */
    static Terminal ofProcess() {
        return new Terminal(
                System.in,
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, false, StandardCharsets.UTF_8),
                Clock.systemUTC(),
                Language.of(System.getenv()),
                wantsColours(System.getenv(), isTerminal(System.console())));
    }

    /** The output as characters; flush it, or print whole lines. */
    PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** See no-color.org. */
    static boolean wantsColours(Map<String, String> environment, boolean terminal) {
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        return terminal && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** From Java 22 on a console exists without a terminal, and has a method to tell. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
