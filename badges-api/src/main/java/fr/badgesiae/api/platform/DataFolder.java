package fr.badgesiae.api.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The data folder of an installation on one machine: its database and its secrets. Mode 0700, each secret 0600; locked
 * while a service runs on it.
 */
public final class DataFolder implements AutoCloseable {
    private static final FileAttribute<?> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String LOCK = "service.lock";

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Creates the folder if missing, denies access to other users, and locks it for this process.
     *
     * @throws StartRefused when another service holds the lock, or the folder cannot be written
     */
    public static DataFolder open(Path wanted) {
        Path folder = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder, PRIVATE_FOLDER);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return new DataFolder(folder.toRealPath(), lock(folder.toRealPath()));
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This process holds the lock already.
        }
        if (lock == null) {
            channel.close();
            String address = Files.readString(folder.resolve(LOCK), StandardCharsets.UTF_8)
                    .strip();
            String at = address.isEmpty() ? "" : " (" + address + ")";
            throw new StartRefused(
                    "Un autre service tourne déjà sur le dossier de données " + folder + at
                            + ". Arrêtez-le, ou choisissez un autre dossier avec BADGES_DATA.",
                    "Another service is already running on the data folder " + folder + at
                            + ". Stop it first, or choose another folder with BADGES_DATA.");
        }
        channel.truncate(0);
        return channel;
    }

    /**
     * Checks that no service runs on a folder. Creates no folder.
     *
     * @throws StartRefused when one runs
     */
    public static void requireUnserved(Path wanted) {
        if (Files.isWritable(wanted.resolve(LOCK))) {
            open(wanted).close();
        }
    }

    /** Whether a service runs on a folder. Creates nothing. */
    public static boolean isServed(Path wanted) {
        Path lock = wanted.resolve(LOCK);
        if (!Files.isWritable(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw unusable(wanted, e);
        }
    }

    /** The content of a secret of a folder that a service runs on. */
    public static String secretOf(Path served, String name) {
        try {
            return Files.readString(served.resolve(name), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw unusable(served, e);
        }
    }

    /** Writes the address into the lock file, for the message of a second start. */
    public void servedAt(URI address) {
        try {
            channel.write(StandardCharsets.UTF_8.encode(address + "\n"), 0);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static StartRefused unusable(Path folder, IOException e) {
        return new StartRefused(
                "Le dossier de données " + folder + " ne peut pas servir : " + e.getMessage(),
                "The data folder " + folder + " cannot be used: " + e.getMessage(),
                e);
    }

    public Path path() {
        return folder;
    }

    /** A path inside the folder. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** The content of the file of this name. A missing file is created with a new value. */
    public String secret(String name, Supplier<String> generate) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, generate.get());
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "Le fichier " + file + " ne peut pas être lu ou écrit : " + e.getMessage(),
                    "The file " + file + " cannot be read or written: " + e.getMessage(),
                    e);
        }
    }

    /** Keeps a value under a name, instead of an earlier one. */
    public void keep(String name, String value) {
        try {
            write(folder.resolve(name), value);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** The kept value of this name. */
    public Optional<String> kept(String name) {
        return Files.exists(folder.resolve(name)) ? Optional.of(secret(name, () -> "")) : Optional.empty();
    }

    /** Atomic: with a half-written secret the database could never be opened again. */
    private static void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PRIVATE_FILE);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text + "\n"));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Releases the lock. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the data folder's lock does not close", e);
        }
    }
}
