package fr.badgesiae.api.wallet;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of others and keeps what it said. */
final class PeerProcess {
    private static final int SECONDS = 120;

    private PeerProcess() {}

    /** What became of it; -1 for one that did not end. */
    record Ran(int code, String output, String errors) {}

    static Ran run(Path folder, List<String> command) {
        try {
            File output = File.createTempFile("peer", ".out");
            File errors = File.createTempFile("peer", ".err");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output)
                    .redirectError(errors)
                    .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            Ran ran = new Ran(ended ? process.exitValue() : -1, text(output), text(errors));
            Files.delete(output.toPath());
            Files.delete(errors.toPath());
            return ran;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Whether the program is here and ends well. */
    static boolean succeeds(Path folder, String... command) {
        try {
            Files.createDirectories(folder);
            return run(folder, List.of(command)).code() == 0;
        } catch (IOException | UncheckedIOException notFound) {
            return false;
        }
    }

    private static String text(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }
}
