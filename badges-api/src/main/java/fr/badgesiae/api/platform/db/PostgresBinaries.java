package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.jar.JarEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs in the jar, unpacked once into a folder that only this user can write. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * Unpacks the programs, unless they are unpacked already.
     *
     * @return the folder that holds {@code bin}
     * @throws StartRefused when the jar has none for this platform
     */
    static Path unpack(Path parent) throws IOException {
        String resource = "postgres-" + system() + "-" + architecture() + ".txz";
        URL url = PostgresBinaries.class.getResource("/" + resource);
        if (url == null) {
            throw new StartRefused(
                    "Il n’y a pas de PostgreSQL intégré pour " + System.getProperty("os.name") + " sur "
                            + System.getProperty("os.arch")
                            + ". Donnez dans DATABASE_URL un PostgreSQL 15 ou plus récent.",
                    "There is no built-in PostgreSQL for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch") + ". Set DATABASE_URL to a PostgreSQL 15 or newer.");
        }
        JarEntry entry = ((JarURLConnection) url.openConnection()).getJarEntry();
        Path folder = parent.resolve("postgresql-bin-" + Long.toHexString(entry.getCrc()));
        if (!Files.isDirectory(folder)) {
            Path fresh = Files.createTempDirectory(
                    parent,
                    "unpacking",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (InputStream packed = url.openStream()) {
                untar(packed, fresh);
            }
            moveInto(fresh, folder);
        }
        return folder;
    }

    /** If another process unpacked the same programs meanwhile, its folder is used. */
    static void moveInto(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // An atomic move onto a folder with files has no exception of its own.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            Folders.delete(fresh);
        }
    }

    private static void untar(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("the archive names a file outside its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
                }
            }
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }
}
