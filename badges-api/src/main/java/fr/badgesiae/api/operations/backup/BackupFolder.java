package fr.badgesiae.api.operations.backup;

import fr.badgesiae.api.platform.StartRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of backups: each with the list of erasures of its time beside it, ids alone. A file has its name once it is whole and
 * on the disk.
 */
public final class BackupFolder {
    /** What docs/rgpd.md promises. */
    public static final Duration KEPT = Duration.ofDays(35);

    /** Names are by the clock of the service, instants by that of the database. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private static final String PREFIX = "badges-";
    private static final String SUFFIX = ".age";
    private static final String ERASURES = ".erasures";
    private static final DateTimeFormatter NAMES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    public BackupFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the content of a file. */
    public interface Content<T> {
        T write(OutputStream target) throws IOException, SQLException;
    }

    /** A backup of the folder. */
    public record Kept(Path file, Instant at) {}

    /**
     * Keeps a backup under the name of its instant.
     *
     * @throws StartRefused when the folder cannot be written
     */
    public <T> T keep(Instant at, Content<T> content) throws SQLException {
        return write(PREFIX + NAMES.format(at) + SUFFIX, content);
    }

    /** Keeps the list of erasures beside it. */
    public void keepErasures(Instant at, List<String> lines) throws SQLException {
        write(PREFIX + NAMES.format(at) + ERASURES, target -> {
            target.write(String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8));
            return lines.size();
        });
    }

    private <T> T write(String name, Content<T> content) throws SQLException {
        try {
            Files.createDirectories(folder);
            Path partial = folder.resolve(name + ".partial");
            Files.deleteIfExists(partial);
            Files.createFile(partial, PRIVATE);
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                T written = content.write(Channels.newOutputStream(channel));
                channel.force(true);
                Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                return written;
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "La sauvegarde ne s’écrit pas dans " + folder + " : " + e.getMessage()
                            + ". Y a-t-il de la place, et le droit d’écrire ?",
                    "The backup cannot be written to " + folder + ": " + e.getMessage()
                            + ". Is there room, and the right to write?",
                    e);
        }
    }

    /** Deletes what is older than {@link #KEPT}, but never the newest backup. */
    public List<Path> prune(Instant now) throws IOException {
        Optional<Kept> newest = newest();
        List<Path> old = new ArrayList<>();
        for (String suffix : List.of(SUFFIX, ERASURES)) {
            for (Kept kept : all(suffix)) {
                boolean last =
                        newest.isPresent() && kept.at().equals(newest.get().at());
                if (kept.at().isBefore(now.minus(KEPT)) && !last) {
                    old.add(kept.file());
                }
            }
        }
        for (Path file : old) {
            Files.delete(file);
        }
        return old;
    }

    public Optional<Kept> newest() throws IOException {
        return all(SUFFIX).stream().max(Comparator.comparing(Kept::at));
    }

    /** The lists of erasures that are younger than a backup, in the folder of its file. */
    public static List<Path> erasuresAfter(Path backup, Instant at) throws IOException {
        Path folder = backup.toAbsolutePath().getParent();
        return folder == null
                ? List.of()
                : new BackupFolder(folder)
                        .all(ERASURES).stream()
                                .filter(kept -> !kept.at().isBefore(at.minus(CLOCKS)))
                                .map(Kept::file)
                                .toList();
    }

    private List<Kept> all(String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(file -> at(file, suffix).ifPresent(at -> all.add(new Kept(file, at))));
        }
        return all;
    }

    private static Optional<Instant> at(Path file, String suffix) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(PREFIX) || !name.endsWith(suffix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    NAMES.parse(name.substring(PREFIX.length(), name.length() - suffix.length()), Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
