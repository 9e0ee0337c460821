package fr.badgesiae.api.wallet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the wallet of {@code src/test/eudi}, in a process of its own: its libraries clash with ours. It is compiled into {@code
 * target/eudi} by the build, or here by Maven. Without it, the test is skipped with a warning, or fails if the build requires it
 * ({@code badges.eudi.required}).
 */
public final class EudiPeer {
    private static final Path PROJECT = Path.of("src/test/eudi/pom.xml");
    private static final Path FOLDER = Path.of("target/eudi").toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();

    private EudiPeer() {}

    /** A wallet that is ready to run; otherwise the test is skipped or fails. */
    public static EudiPeer open() {
        boolean ready = isBuilt() || build();
        if (!ready && Boolean.getBoolean("badges.eudi.required")) {
            throw new IllegalStateException(
                    "This build requires the wallet of src/test/eudi, and Maven could not build it.");
        }
        assumeTrue(ready, "SKIPPED, NOT PASSED: Maven could not build the wallet of src/test/eudi.");
        return new EudiPeer();
    }

    /**
     * Takes what an offer brings.
     *
     * @param server a service with a certificate of its own, which is trusted
     * @return what the wallet printed
     * @throws IllegalStateException with what it said, when it fails
     */
    public JsonNode take(TestCertificate server, String... offerAndCode) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djdk.net.hosts.file=" + server.hosts(),
                "-Djavax.net.ssl.trustStore=" + server.store(),
                "-Djavax.net.ssl.trustStorePassword=" + TestCertificate.PASSWORD,
                "-cp",
                FOLDER.resolve("classes") + ":" + classpath(),
                "EudiWalletKt"));
        command.addAll(List.of(offerAndCode));
        PeerProcess.Ran ran = PeerProcess.run(FOLDER, command);
        if (ran.code() != 0) {
            throw new IllegalStateException("the wallet ended with " + ran.code() + ": " + ran.errors());
        }
        try {
            return JSON.readTree(ran.output());
        } catch (IOException e) {
            throw new UncheckedIOException("the wallet printed no JSON: " + ran.output(), e);
        }
    }

    private static boolean isBuilt() {
        return Files.exists(FOLDER.resolve("classes/EudiWalletKt.class")) && Files.exists(FOLDER.resolve("classpath"));
    }

    private static boolean build() {
        return PeerProcess.succeeds(
                Path.of("").toAbsolutePath(), "mvn", "-ntp", "-B", "-q", "-f", PROJECT.toString(), "compile");
    }

    private static String classpath() {
        try {
            return Files.readString(FOLDER.resolve("classpath"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
