package fr.badgesiae.verifier.cli;

import fr.badgesiae.schemas.samples.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;

/** One run of the command line at the samples' time. */
final class CommandRun {
    private final String language;
    private final boolean colours;
    private byte[] in = new byte[0];
    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;

    CommandRun(String language, boolean colours) {
        this.language = language;
        this.colours = colours;
    }

    static CommandRun french() {
        return new CommandRun("fr", false);
    }

    CommandRun typing(byte[] input) {
        in = input.clone();
        return this;
    }

    /** Returns the exit code. */
    int run(String... arguments) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        return Main.run(
                arguments,
                new Terminal(
                        new ByteArrayInputStream(in),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.fixed(Samples.at(), ZoneOffset.UTC),
                        language,
                        colours));
    }

    /** The output of the last run. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
