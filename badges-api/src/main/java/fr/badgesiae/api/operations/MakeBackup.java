package fr.badgesiae.api.operations;

import fr.badgesiae.api.operations.backup.BackupFolder;
import fr.badgesiae.api.operations.backup.WriteBackup;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** Makes one backup in a folder, with the list of erasures, and deletes those whose time is over. */
public final class MakeBackup {
    private final Platform platform;
    private final WriteBackup write;
    private final Function<Instant, List<String>> erasures;
    private final DatabaseAddress owner;
    private final BackupFolder folder;
    private final List<String> recipients;

    /** @param erasures the lines since an instant, as a restore repeats them */
    public MakeBackup(
            Platform platform,
            Function<Instant, List<String>> erasures,
            DatabaseAddress owner,
            Path folder,
            List<String> recipients) {
        this.platform = platform;
        this.write = new WriteBackup(platform.settings(), platform.vault(), version());
        this.erasures = erasures;
        this.owner = owner;
        this.folder = new BackupFolder(folder);
        this.recipients = List.copyOf(recipients);
    }

    /**
     * What was made.
     *
     * @param pruned the number of files that were deleted
     */
    public record Made(Path file, WriteBackup.Written written, long bytes, int pruned) {}

    public Made apply() throws IOException, SQLException {
        Instant now = platform.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        WriteBackup.Written written = folder.keep(now, target -> write.apply(owner, target, recipients));
        // After the snapshot: an erasure in between is in the list of the next one as well.
        folder.keepErasures(now, erasures.apply(now.minus(BackupFolder.KEPT).minus(Duration.ofDays(1))));
        Path file = folder.newest().orElseThrow().file();
        return new Made(file, written, Files.size(file), folder.prune(now).size());
    }

    /** Of the jar's manifest; a development build has none. */
    private static String version() {
        String version = MakeBackup.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
