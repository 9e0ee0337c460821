package fr.badgesiae.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.operations.backup.AgeEncryption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyBackupTest {
    @TempDir
    private Path folder;

    private TestPlatform setup;
    private DailyBackup daily;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        daily = daily(folder);
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private DailyBackup daily(Path into) {
        MakeBackup make = new MakeBackup(
                setup.platform(),
                since -> List.of("SPACE 0d5a4c1e-0000-4000-8000-000000000000"),
                setup.database().address(),
                into,
                List.of(AgeEncryption.newKey().recipient()));
        return new DailyBackup(into, make, setup.clock());
    }

    private long backups() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".age")).count();
        }
    }

    @Test
    void oneADayIsMadeAndAnotherNodeOfTheFolderMakesNone() throws Exception {
        daily.apply();
        daily(folder).apply();
        assertThat(backups()).isOne();
        setup.clock().advance(Duration.ofHours(23));
        daily.apply();
        assertThat(backups()).isOne();
        setup.clock().advance(Duration.ofHours(1));
        daily.apply();
        assertThat(backups()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("badges-2026-11-02T090000Z.erasures")))
                .isEqualTo("SPACE 0d5a4c1e-0000-4000-8000-000000000000\n");
    }

    @Test
    void thirtyFiveDaysAreKept() throws Exception {
        for (int day = 0; day < 40; day++) {
            daily.apply();
            setup.clock().advance(Duration.ofDays(1));
        }
        assertThat(backups()).isEqualTo(36);
    }

    @Test
    void aDayWithoutABackupIsSeen() {
        assertThat(daily.healthCheck().execute().isHealthy()).isFalse();
        daily.apply();
        assertThat(daily.healthCheck().execute().isHealthy()).isTrue();
        setup.clock().advance(Duration.ofHours(27));
        assertThat(daily.healthCheck().execute().isHealthy()).isFalse();
    }

    /** A file stands where the folder should: the service goes on, and health tells. */
    @Test
    void aFolderThatCannotBeWrittenStopsNothing() throws Exception {
        DailyBackup nowhere = daily(Files.writeString(folder.resolve("file"), ""));
        nowhere.apply();
        assertThat(nowhere.healthCheck().execute().isHealthy()).isFalse();
    }
}
