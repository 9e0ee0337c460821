package fr.badgesiae.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The shipped jar as a separate process on loopback, with its own data folder. */
final class ShippedJar implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Process process;
    private final URI origin;
    private final long millisToFirstAnswer;

    private ShippedJar(Process process, URI origin, long millisToFirstAnswer) {
        this.process = process;
        this.origin = origin;
        this.millisToFirstAnswer = millisToFirstAnswer;
    }

    /** Starts it and waits for its first page: a new demonstration answers 503 while it is filled. */
    static ShippedJar start(Path jar, Path config, Path data, int port) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-jar",
                jar.toString(),
                "demo",
                config.toString());
        builder.environment().put("BADGES_DATA", data.toString());
        builder.environment().put("BADGES_PORT", Integer.toString(port));
        builder.environment().put("BADGES_ADMIN_PORT", Integer.toString(freePort()));
        builder.environment().remove("DATABASE_URL");
        builder.redirectErrorStream(true).redirectOutput(new File(data + ".log"));
        long start = System.nanoTime();
        Process process = builder.start();
        URI origin = URI.create("http://localhost:" + port);
        try {
            awaitAnswer(process, origin, start);
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
        return new ShippedJar(process, origin, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private static void awaitAnswer(Process process, URI origin, long start) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(origin.resolve("/signin")).build();
        while (System.nanoTime() - start < TIMEOUT.toNanos()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            if (!process.isAlive()) {
                throw new IOException("the service ended with " + process.exitValue());
            }
        }
        throw new IOException("no answer within " + TIMEOUT);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI origin() {
        return origin;
    }

    long millisToFirstAnswer() {
        return millisToFirstAnswer;
    }

    /** Resident memory in MiB, or -1 where the platform does not report it. */
    long residentMebibytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
