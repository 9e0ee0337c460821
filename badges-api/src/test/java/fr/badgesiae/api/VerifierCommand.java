package fr.badgesiae.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.verifier.cli.Main;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of the verifier, in a process of its own. */
public final class VerifierCommand {
    private static final JsonMapper JSON = new JsonMapper();

    private VerifierCommand() {}

    /**
     * What a command said.
     *
     * @param out its standard output
     */
    public record Ended(int code, String out) {
        /** The reports of a command with {@code --json}, in their order; other lines are a log that only these tests have. */
        public List<JsonNode> reports() throws IOException {
            List<JsonNode> reports = new ArrayList<>();
            for (String line : out.lines().filter(line -> line.startsWith("{")).toList()) {
                reports.add(JSON.readTree(line));
            }
            return reports;
        }
    }

    /** Runs a command with loopback addresses allowed; names of files are of this folder. */
    public static Ended run(Path folder, String command, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Main.class.getName(),
                command,
                "--loopback"));
        line.addAll(arguments);
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }

    /** Of these tests, whoever loaded them. */
    private static String classPath() {
        return VerifierCommand.class.getClassLoader() instanceof URLClassLoader urls
                ? Arrays.stream(urls.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
