package fr.badgesiae.api.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JobsTest {
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aJobThatFailsRunsAgain() throws InterruptedException {
        Jobs jobs = new Jobs(database.source());
        CountDownLatch runs = new CountDownLatch(3);
        jobs.onEachNode("failing", Duration.ofMillis(5), () -> {
            runs.countDown();
            throw new IllegalStateException("on purpose");
        });
        jobs.start();

        assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
        jobs.stop();
    }

    @Test
    void aSharedJobIsKeptInTheDatabase() throws InterruptedException {
        Jobs jobs = new Jobs(database.source());
        CountDownLatch ran = new CountDownLatch(1);
        jobs.every("shared", Duration.ofHours(1), ran::countDown);
        jobs.start();

        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        jobs.stop();
        int known = database.owner()
                .withHandle(
                        handle -> handle.createQuery("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'shared'")
                                .mapTo(Integer.class)
                                .one());
        assertThat(known).isEqualTo(1);
    }

    @Test
    void stoppingWhatNeverStartedDoesNothing() throws InterruptedException {
        Jobs jobs = new Jobs(database.source());
        CountDownLatch ran = new CountDownLatch(1);
        jobs.onEachNode("started late", Duration.ofMillis(5), ran::countDown);
        jobs.stop();
        jobs.start();

        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        jobs.stop();
    }
}
