package fr.badgesiae.api.journeys;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A process of the shipped jar, with its own configuration, environment and ports. */
final class ShippedJar implements AutoCloseable {
    private static final Path JAR = Path.of("target", "badges-api.jar").toAbsolutePath();
    private static final Path CONFIG = Path.of("..", "config.yml").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;
    private final int port;
    private final int adminPort;

    private ShippedJar(Process process, Path output, int port, int adminPort) {
        this.process = process;
        this.output = output;
        this.port = port;
        this.adminPort = adminPort;
    }

    /** The shipped file with legal notices filled in. */
    static Path filledIn(Path folder) throws IOException {
        String text = Files.readString(CONFIG).replaceAll("(?m)^(  \\w+: )<.*>$", "$1contact@reseau.example");
        return Files.writeString(folder.resolve("config.yml"), text);
    }

    static Path shippedConfig() {
        return CONFIG;
    }

    /** Below the range of ephemeral ports: it must still be free after a kill. */
    static int freePort() throws IOException {
        for (int tried = 0; tried < 100; tried++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // In use: try another one.
            }
        }
        throw new IOException("no free port");
    }

    /** Starts {@code demo} or {@code server} and returns when it answers. */
    static ShippedJar start(Path folder, Path config, int port, Map<String, String> environment, String command)
            throws IOException {
        ShippedJar jar = begin(folder, config, port, environment, command);
        // Its own words too: an answer alone may be that of another process at the same port.
        jar.until("an answer of " + command, () -> jar.answers() && jar.output().contains(":" + port));
        return jar;
    }

    /** Starts it and returns at once. */
    static ShippedJar begin(Path folder, Path config, int port, Map<String, String> environment, String command)
            throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("BADGES_PORT", Integer.toString(port));
        int adminPort = freePort();
        all.put("BADGES_ADMIN_PORT", Integer.toString(adminPort));
        Path output = Files.createTempFile(folder, command, ".log");
        return new ShippedJar(launch(folder, output, all, command, config.toString()), output, port, adminPort);
    }

    /**
     * Starts {@code demo} with its data on a disk of its own, in memory, and returns when it answers.
     *
     * @param mebibytes the size of the disk
     */
    static ShippedJar startOnSmallDisk(Path folder, int mebibytes, int port) throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Map<String, String> environment = new HashMap<>();
        environment.put("BADGES_DATA", disk.resolve("data").toString());
        environment.put("BADGES_PORT", Integer.toString(port));
        int adminPort = freePort();
        environment.put("BADGES_ADMIN_PORT", Integer.toString(adminPort));
        Path output = Files.createTempFile(folder, "demo", ".log");
        // in a namespace of its own, where anybody may mount; the shell becomes the service
        List<String> mounted = List.of(
                "unshare",
                "-Urm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + mebibytes + "m,mode=700 tmpfs '" + disk + "' && exec \"$@\"",
                "sh");
        ShippedJar jar = new ShippedJar(
                launch(mounted, folder, output, environment, "demo", CONFIG.toString()), output, port, adminPort);
        jar.until("an answer of demo", () -> jar.answers() && jar.output().contains(":" + port));
        return jar;
    }

    /** A path as the process sees it: under a mount of its own. */
    Path seenByProcess(Path path) {
        return Path.of("/proc", Long.toString(process.pid()), "root")
                .resolve(Path.of("/").relativize(path));
    }

    /** Waits until the start reaches a given step. */
    void until(String what, Callable<Boolean> condition) throws IOException {
        try {
            Poll.until(what, START, () -> alive() && condition.call());
        } catch (AssertionError e) {
            process.destroyForcibly();
            throw new AssertionError(output(), e);
        }
    }

    /**
     * Looks while the process stands still: it is not further than what was seen. It stays so where the condition is met, and
     * goes on otherwise.
     */
    boolean stands(Callable<Boolean> condition) throws Exception {
        signal("STOP");
        boolean met = condition.call();
        if (!met) {
            signal("CONT");
        }
        return met;
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
    }

    private boolean alive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the process ended with " + process.exitValue());
        }
        return true;
    }

    /** Runs a command to completion. */
    static String run(Path folder, Map<String, String> environment, String... arguments) throws Exception {
        Path output = Files.createTempFile(folder, "command", ".log");
        Process process = launch(folder, output, environment, arguments);
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(Files.readString(output));
        }
        return Files.readString(output);
    }

    private static Process launch(Path folder, Path output, Map<String, String> environment, String... arguments)
            throws IOException {
        return launch(List.of(), folder, output, environment, arguments);
    }

    private static Process launch(
            List<String> before, Path folder, Path output, Map<String, String> environment, String... arguments)
            throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("There is no " + JAR + ": run mvn verify, which packages it first");
        }
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BADGES_") || name.startsWith("DATABASE_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Whether anybody listens at its port. */
    boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    URI origin() {
        return URI.create("http://localhost:" + port);
    }

    /** The result of the health checks as JSON. */
    String health() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + adminPort + "/healthcheck"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Kills the process like {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Stops the process like Ctrl+C. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the service does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
