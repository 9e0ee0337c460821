package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.read.SubmissionReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From the words of the command line to submissions. */
final class Inputs {
    /** One byte more than the largest input is enough to see that it is too large. */
    private static final int ENOUGH = SubmissionReader.MAX_IMAGE_BYTES + 1;

    private Inputs() {}

    static List<Submission> submissions(List<String> words, InputStream in) throws InputException {
        List<Submission> submissions = new ArrayList<>();
        for (String word : words) {
            if (word.equals("-")) {
                submissions.add(read(in, "-"));
            } else if (word.startsWith("https://") || word.startsWith("http://")) {
                submissions.add(address(word));
            } else {
                submissions.addAll(path(word));
            }
        }
        return submissions;
    }

    private static Submission address(String word) throws InputException {
        try {
            return new Submission.Address(URI.create(word));
        } catch (IllegalArgumentException e) {
            throw new InputException("not an address: " + word);
        }
    }

    private static List<Submission> path(String word) throws InputException {
        try {
            Path path = Path.of(word);
            List<Submission> submissions = new ArrayList<>();
            for (Path file : Files.isDirectory(path) ? files(path) : List.of(path)) {
                try (InputStream stream = Files.newInputStream(file)) {
                    submissions.add(read(stream, file.toString()));
                }
            }
            return submissions;
        } catch (IOException | InvalidPathException e) {
            throw new InputException("cannot read " + word);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Submission read(InputStream stream, String name) throws InputException {
        try {
            return new Submission.Bytes(stream.readNBytes(ENOUGH), null, name);
        } catch (IOException e) {
            throw new InputException("cannot read " + name);
        }
    }
}
