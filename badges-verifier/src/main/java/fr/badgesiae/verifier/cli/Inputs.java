package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.read.SubmissionReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns command line arguments into submissions. Files are opened one after the other. */
final class Inputs {
    /** One byte above the largest input suffices to detect a larger one. */
    private static final int ENOUGH = SubmissionReader.MAX_IMAGE_BYTES + 1;

    private Inputs() {}

    /** A submission that is not read yet. */
    @FunctionalInterface
    interface Input {
        Submission submission() throws InputException;
    }

    /** @throws InputException when an argument is neither a URL nor a readable file; then nothing is verified */
    static List<Input> named(List<String> words, InputStream in) throws InputException {
        List<Input> inputs = new ArrayList<>();
        for (String word : words) {
            if (word.equals("-")) {
                inputs.add(() -> new Submission.Bytes(bytes(in, "-"), null, "-"));
            } else if (word.startsWith("https://") || word.startsWith("http://")) {
                Submission address = address(word);
                inputs.add(() -> address);
            } else {
                List<Path> files = files(word);
                if (files.isEmpty()) {
                    throw new InputException("input.empty", word); // an empty list must not look like success
                }
                for (Path file : files) {
                    inputs.add(() -> new Submission.Bytes(bytes(file), null, file.toString()));
                }
            }
        }
        return inputs;
    }

    /** Whether the argument may stand for several files. */
    static boolean isFolder(String word) {
        return !word.equals("-") && !word.matches("https?://.*") && Files.isDirectory(Path.of(word));
    }

    /** The bytes of one file, or of standard input for {@code -}. */
    static byte[] bytes(String word, InputStream in) throws InputException {
        if (word.equals("-")) {
            return bytes(in, word);
        }
        List<Path> files = files(word);
        if (files.size() != 1) {
            throw new InputException("input.one-file", word);
        }
        return bytes(files.get(0));
    }

    private static Submission address(String word) throws InputException {
        return Submission.address(word).orElseThrow(() -> new InputException("input.no-address", word));
    }

    /** A file itself; for a folder its files, recursively, by name, without hidden ones. */
    private static List<Path> files(String word) throws InputException {
        try {
            Path path = Path.of(word);
            if (!Files.isDirectory(path)) {
                if (!Files.isReadable(path)) {
                    throw new InputException("input.unreadable", word);
                }
                return List.of(path);
            }
            try (Stream<Path> below = Files.walk(path)) {
                return below.filter(Files::isRegularFile)
                        .filter(file -> !isHidden(path.relativize(file)))
                        .sorted()
                        .toList();
            }
        } catch (IOException | InvalidPathException | java.io.UncheckedIOException e) {
            throw new InputException("input.unreadable", word);
        }
    }

    private static boolean isHidden(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(Path file) throws InputException {
        try (InputStream stream = Files.newInputStream(file)) {
            return bytes(stream, file.toString());
        } catch (IOException e) {
            throw new InputException("input.unreadable", file);
        }
    }

    private static byte[] bytes(InputStream stream, String name) throws InputException {
        try {
            return stream.readNBytes(ENOUGH);
        } catch (IOException e) {
            throw new InputException("input.unreadable", name);
        }
    }
}
