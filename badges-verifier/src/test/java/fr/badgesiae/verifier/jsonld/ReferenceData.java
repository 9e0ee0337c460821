package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Published test vectors, kept beside the checkout and never in it; tests that need them are skipped where they are absent. */
public final class ReferenceData {
    private static final Path ROOT = Path.of("../../shared/reference");
    private static final JsonMapper JSON = new JsonMapper();

    private ReferenceData() {}

    public static String text(String path) {
        Path file = ROOT.resolve(path);
        Assumptions.assumeTrue(Files.exists(file), "no reference data at " + file);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode json(String path) {
        return parse(text(path));
    }

    public static ObjectNode parse(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundled contexts and W3C's example context, which only test vectors name. */
    public static ContextSource contexts() {
        ContextSource examples = url -> url.equals("https://www.w3.org/ns/credentials/examples/v2")
                ? Optional.<JsonNode>of(json("contexts/credentials-examples-v2.jsonld"))
                : Optional.empty();
        return new BundledContexts().or(examples);
    }
}
