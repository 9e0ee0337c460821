package fr.badgesiae.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Reference data beside the checkout; tests that need it are skipped without it. */
final class Reference {
    private static final Path ROOT = Path.of("..", "..", "shared", "reference");

    private Reference() {}

    static JsonNode json(String file) throws IOException {
        Path path = ROOT.resolve(file);
        Assumptions.assumeTrue(Files.isRegularFile(path), "no reference data beside the checkout: " + file);
        return new ObjectMapper().readTree(Files.readAllBytes(path));
    }
}
