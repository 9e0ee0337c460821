package fr.badgesiae.api.wallet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the scripts of {@code src/test/node}: implementations of others that play a wallet or a verifier. Their packages are
 * installed into {@code target/node} by the build, or here by npm. Without node, or without the packages, the test is skipped
 * with a warning, or fails if the build requires them ({@code badges.node.required}).
 */
public final class NodePeer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path FOLDER = Path.of("target/node").toAbsolutePath();

    private static boolean prepared;

    private NodePeer() {}

    /** A peer that is ready to run; otherwise the test is skipped or fails. */
    public static synchronized NodePeer open() {
        String missing = prepared ? "" : prepare();
        if (!missing.isEmpty() && Boolean.getBoolean("badges.node.required")) {
            throw new IllegalStateException("This build requires the peers of src/test/node: " + missing);
        }
        assumeTrue(missing.isEmpty(), "SKIPPED, NOT PASSED: " + missing);
        prepared = true;
        return new NodePeer();
    }

    /**
     * Runs a script.
     *
     * @param script its file name
     * @return what it printed, as JSON
     * @throws IllegalStateException with what it said, when it fails
     */
    public JsonNode run(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        PeerProcess.Ran ran = PeerProcess.run(FOLDER, command);
        if (ran.code() != 0) {
            throw new IllegalStateException(script + " ended with " + ran.code() + ": " + ran.errors());
        }
        try {
            return JSON.readTree(ran.output());
        } catch (IOException e) {
            throw new UncheckedIOException(script + " printed no JSON: " + ran.output(), e);
        }
    }

    /** What is missing, or nothing. */
    private static String prepare() {
        if (!PeerProcess.succeeds(FOLDER, "node", "--version")) {
            return "node is not here; install nodejs.";
        }
        copySources();
        if (!installed()
                && !PeerProcess.succeeds(
                        FOLDER, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--omit=optional")) {
            return "the packages of src/test/node are not in " + FOLDER + " and npm could not install them.";
        }
        return installed() ? "" : "npm installed other versions than package.json names.";
    }

    private static void copySources() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            Files.createDirectories(FOLDER);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether each package stands there in the version of package.json. */
    private static boolean installed() {
        return read(FOLDER.resolve("package.json")).path("dependencies").properties().stream()
                .allMatch(wanted -> {
                    Path file = FOLDER.resolve("node_modules/" + wanted.getKey() + "/package.json");
                    return Files.exists(file) && read(file).path("version").equals(wanted.getValue());
                });
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
