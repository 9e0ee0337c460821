package fr.badgesiae.verifier.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param colours whether a person looks at what is printed, and wants colours
 */
record Terminal(InputStream in, PrintWriter out, PrintWriter err, Clock clock, boolean colours) {
    /** That of this process; always UTF-8. */
    static Terminal ofProcess() {
        return new Terminal(
                System.in,
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                Clock.systemUTC(),
                wantsColours(System.getenv(), isTerminal(System.console())));
    }

    /** See no-color.org. */
    static boolean wantsColours(Map<String, String> environment, boolean terminal) {
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        return terminal && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** From Java 22 on there is a console also where there is no terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
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
