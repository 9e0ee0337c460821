package fr.badgesiae.api.operations;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.operations.backup.BackupFolder;
import fr.badgesiae.api.platform.jobs.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a backup when the newest of the folder is almost a day old. Nodes that share a folder share its backups. */
public final class DailyBackup {
    private static final Logger LOG = LoggerFactory.getLogger(DailyBackup.class);
    private static final Duration ASKS = Duration.ofMinutes(15);
    private static final Duration DUE = Duration.ofHours(23).plusMinutes(30);
    private static final Duration LATE = Duration.ofHours(26);

    private final BackupFolder folder;
    private final MakeBackup make;
    private final Clock clock;

    public DailyBackup(Path folder, MakeBackup make, Clock clock) {
        this.folder = new BackupFolder(folder);
        this.make = make;
        this.clock = clock;
    }

    public Job job() {
        return Job.onEachNodeFromStart("backup", ASKS, this::apply);
    }

    /** Red when the newest backup is older than a day and two hours. */
    public HealthCheck healthCheck() {
        return new HealthCheck() {
            @Override
            protected Result check() throws IOException {
                return isOlderThan(LATE)
                        ? Result.unhealthy("no backup since yesterday: see the log, and the room in the folder")
                        : Result.healthy();
            }
        };
    }

    void apply() {
        try {
            if (isOlderThan(DUE)) {
                MakeBackup.Made made = make.apply();
                LOG.info("A backup was made: {} rows, {} bytes", made.written().rows(), made.bytes());
            }
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("No backup could be made", e);
        }
    }

    private boolean isOlderThan(Duration age) throws IOException {
        Instant since = clock.instant().minus(age);
        return folder.newest().map(newest -> newest.at().isBefore(since)).orElse(true);
    }
}
