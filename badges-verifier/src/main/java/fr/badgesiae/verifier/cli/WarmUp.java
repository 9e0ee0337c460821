package fr.badgesiae.verifier.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Runs the usual operations, so that the launcher's class data archive contains their classes. */
final class WarmUp {
    private WarmUp() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try (InputStream badge = WarmUp.class.getResourceAsStream("warm-up.json")) {
            byte[] bytes = badge.readAllBytes();
            for (String[] command : new String[][] {
                {"verify", "--offline", "-"},
                {"verify", "--json", "-"},
                {"inspect", "--offline", "-"},
                {"verify", "--help"}
            }) {
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                InputStream in = new ByteArrayInputStream(bytes);
                Main.run(command, new Terminal(in, nowhere, nowhere, Clock.systemUTC(), "fr", false));
            }
        }
    }
}
