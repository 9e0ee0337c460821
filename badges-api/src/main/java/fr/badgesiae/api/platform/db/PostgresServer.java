package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One PostgreSQL cluster in a folder, run with {@code initdb} and {@code pg_ctl}. */
final class PostgresServer {
    static final String LOG_FILE = "postgresql.log";
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String MAJOR = "18";
    private static final String CLUSTER = "postgresql";
    private static final String SETTINGS = "badges.conf";
    private static final long LOG_LIMIT = 10L << 20;
    private static final int WAIT_SECONDS = 60;
    private static final int PORT_LINE = 3;

    private final Path binaries;
    private final Path folder;
    private final Path cluster;

    PostgresServer(Path binaries, Path folder) {
        this.binaries = binaries;
        this.folder = folder;
        this.cluster = folder.resolve(CLUSTER);
    }

    /**
     * Creates the cluster if missing, stops an orphaned server on it, then starts a new one.
     *
     * @return the loopback port; it changes at each start
     */
    int start(String password, EmbeddedDatabase.Durability durability) throws IOException {
        if (!Files.exists(cluster)) {
            create(password);
        }
        requireVersion();
        stopOrphan();
        limitLog();
        // Another program may take the port before the server does: retry once with another port.
        OptionalInt port = startOn(freePort(), durability);
        if (port.isEmpty()) {
            port = startOn(freePort(), durability);
        }
        return port.orElseThrow(() -> new IOException("pg_ctl could not start it"));
    }

    /**
     * Starts the server again that ended by itself, on the port that its clients know.
     *
     * @throws IOException while it does not start, for example before the memory of its former processes is free
     */
    void restart(int port, EmbeddedDatabase.Durability durability) throws IOException {
        stopOrphan();
        limitLog();
        if (startOn(port, durability).isEmpty()) {
            throw new IOException("pg_ctl could not start it");
        }
    }

    /** The loopback port of a server that another process runs on a folder, as its pid file has it. */
    static OptionalInt portOf(Path folder) throws IOException {
        Path file = folder.resolve(CLUSTER).resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.size() > PORT_LINE
                ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                : OptionalInt.empty();
    }

    /** Whether its process runs; without one, a pid file may remain. */
    boolean runs() {
        try {
            Optional<Long> pid = pid();
            return pid.isPresent() && (isServerOf(pid.get()) || runsUnseen(pid.get()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Where the system does not show the working directory of processes. */
    private static boolean runsUnseen(long pid) {
        return !Files.exists(Path.of("/proc/self"))
                && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private OptionalInt startOn(int port, EmbeddedDatabase.Durability durability) throws IOException {
        configure(port, durability);
        Result result =
                run("pg_ctl", "-D", cluster.toString(), "-l", log().toString(), "-w", "-t", "" + WAIT_SECONDS, "start");
        return result.code() == 0 ? OptionalInt.of(port) : OptionalInt.empty();
    }

    /** Stops in fast mode: running transactions are rolled back, a checkpoint is written. */
    void stop() {
        try {
            if (Files.exists(pidFile())) {
                run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "" + WAIT_SECONDS, "stop");
            }
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL could not be stopped; the next start will stop it", e);
        }
    }

    /** Created under a temporary name, then renamed: an incomplete cluster would never start. */
    private void create(String password) throws IOException {
        Path fresh = folder.resolve(CLUSTER + ".new");
        Folders.delete(fresh);
        Path passwordFile = Files.createTempFile(
                folder,
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            Result result = run(
                    "initdb",
                    "-D",
                    fresh.toString(),
                    "-U",
                    "postgres",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    // Independent of the operating system: its updates cannot corrupt indexes on text.
                    "--builtin-locale=C.UTF-8",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--no-instructions");
            if (result.code() != 0) {
                throw new IOException("initdb ended with " + result.code() + ": " + result.lastLine());
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.writeString(
                fresh.resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + SETTINGS + "'\n",
                StandardOpenOption.APPEND);
        Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireVersion() throws IOException {
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!MAJOR.equals(version)) {
            throw new StartRefused(
                    "Le dossier de données " + folder + " a été écrit par PostgreSQL " + version
                            + " et cette version apporte " + MAJOR + ". Exportez-le avec la version qui l’a écrit.",
                    "The data folder " + folder + " was written by PostgreSQL " + version + " and this version brings "
                            + MAJOR + ". Export it with the version that wrote it.");
        }
    }

    private void configure(int port, EmbeddedDatabase.Durability durability) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# Written at each start.",
                "port = " + port,
                "listen_addresses = '127.0.0.1'",
                "unix_socket_directories = ''",
                "password_encryption = 'scram-sha-256'",
                "max_connections = 100",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                // No statement, parameter or row is logged: they contain personal data.
                "log_min_messages = warning",
                "log_statement = none",
                "log_min_error_statement = panic",
                "log_min_duration_statement = -1",
                "log_error_verbosity = terse",
                "log_parameter_max_length = 0",
                "log_parameter_max_length_on_error = 0"));
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            lines.add(setting + " = " + durability.setting);
        }
        Files.write(cluster.resolve(SETTINGS), lines);
    }

    /** Stops the server of a killed service. We hold the lock of the folder, so no other service uses it. */
    private void stopOrphan() throws IOException {
        Optional<Long> pid = pid();
        if (pid.isEmpty()) {
            return;
        }
        if (isServerOf(pid.get())) {
            LOG.info("Stopping the PostgreSQL that an interrupted service left running");
            stop();
        }
        if (isGone(pid.get())) {
            // After a crash of the machine, or in a new container, the pid may belong to another process.
            Files.deleteIfExists(pidFile());
        } else {
            throw new StartRefused(
                    "Le PostgreSQL du processus " + pid.get() + " sur " + folder + " ne s’arrête pas.",
                    "The PostgreSQL of process " + pid.get() + " on " + folder + " does not stop.");
        }
    }

    /** Waits for the process: a server removes its pid file, which ends {@code pg_ctl stop}, and its process ends later. */
    private boolean isGone(long pid) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (isServerOf(pid) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return !isServerOf(pid);
    }

    private Optional<Long> pid() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile());
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.get(0).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Recognised by its working directory: that of a postmaster is the cluster's folder. */
    private boolean isServerOf(long pid) {
        try {
            Path working = Path.of("/proc", Long.toString(pid), "cwd").toRealPath();
            return working.equals(cluster.toRealPath())
                    && Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                            .contains("postgres");
        } catch (IOException e) {
            return false;
        }
    }

    private Result run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root. In its own user namespace it runs as nobody and can read root's files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        Path output = Files.createTempFile(folder, "output", "");
        try {
            // Output goes to a file: the server would keep a pipe open.
            Process process = builder.redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(WAIT_SECONDS + 30L, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IOException(program + " does not end");
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private void limitLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
            Files.move(log(), log().resolveSibling(LOG_FILE + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path log() {
        return folder.resolve(LOG_FILE);
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    private record Result(int code, String output) {
        String lastLine() {
            String text = output.strip();
            return text.substring(text.lastIndexOf('\n') + 1);
        }
    }
}
