package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in PostgreSQL is killed, as a system without memory does. */
class SupervisedDatabaseTest {
    private DataFolder folder;
    private EmbeddedDatabase database;

    @BeforeEach
    void start(@TempDir Path fresh) {
        folder = DataFolder.open(fresh.resolve("data"));
        database = EmbeddedDatabase.start(folder, Ids.secure());
    }

    @AfterEach
    void stop() {
        database.close();
        folder.close();
    }

    @Test
    void aPostmasterThatIsKilledIsStartedAgainForTheSameClients() throws Exception {
        DatabaseAddress known = database.owner();
        run(known, "CREATE TABLE word AS SELECT 'kept' AS word");
        Semaphore started = new Semaphore(0);
        database.supervise(started::release);
        for (int kills = 0; kills < 2; kills++) {
            ProcessHandle killed = postmaster();
            killed.destroyForcibly();

            assertThat(started.tryAcquire(30, TimeUnit.SECONDS))
                    .as("a start after the kill")
                    .isTrue();
            assertThat(postmaster().pid()).isNotEqualTo(killed.pid());
            assertThat(one(known, "SELECT word FROM word")).isEqualTo("kept");
            assertThat(one(known, "SHOW fsync")).isEqualTo("on");
        }
        ProcessHandle last = postmaster();
        database.close();
        last.onExit().get(10, TimeUnit.SECONDS);
        assertThat(folder.resolve("postgresql/postmaster.pid"))
                .as("stopped for good")
                .doesNotExist();
    }

    private ProcessHandle postmaster() throws IOException {
        String first =
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(first)).orElseThrow();
    }

    private static String one(DatabaseAddress address, String sql) {
        return jdbi(address)
                .withHandle(handle -> handle.select(sql).mapTo(String.class).one());
    }

    private static void run(DatabaseAddress address, String sql) {
        jdbi(address).useHandle(handle -> handle.execute(sql));
    }

    private static Jdbi jdbi(DatabaseAddress address) {
        return Jdbi.create(address.url(), address.user(), address.password().value());
    }
}
