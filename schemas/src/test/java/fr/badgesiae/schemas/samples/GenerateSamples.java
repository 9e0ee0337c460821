package fr.badgesiae.schemas.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the committed samples. Run it from the module’s folder. */
final class GenerateSamples {
    static final Path FOLDER = Path.of("src", "test", "resources", "fr", "badgesiae", "schemas", "samples");

    private GenerateSamples() {}

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, byte[]> file : Corpus.files().entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
