package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    private Supervisor supervisor(int failures) {
        return new Supervisor(
                running::get,
                () -> {
                    if (starts.incrementAndGet() <= failures) {
                        throw new IOException("not yet");
                    }
                    running.set(true);
                },
                told::incrementAndGet);
    }

    @Test
    void aServerThatRunsIsLeftAlone() {
        assertThat(supervisor(0).look()).isEqualTo(Supervisor.LOOK_EVERY);
        assertThat(starts).hasValue(0);
    }

    @Test
    void oneThatEndedIsStartedAgainAndSaidSo() {
        running.set(false);
        Supervisor supervisor = supervisor(0);
        supervisor.look();
        supervisor.look();
        assertThat(starts).hasValue(1);
        assertThat(told).hasValue(1);
    }

    @Test
    void afterEachFailureTheWaitDoublesUpToAMinute() {
        running.set(false);
        Supervisor supervisor = supervisor(10);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            waits.add(supervisor.look());
        }
        assertThat(waits)
                .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4))
                .endsWith(Duration.ofMinutes(1), Duration.ofMinutes(1));
        assertThat(supervisor.look()).as("once it runs").isEqualTo(Supervisor.LOOK_EVERY);
        assertThat(told).hasValue(1);
    }

    @Test
    void onceClosedNothingIsStarted() {
        Supervisor supervisor = supervisor(0);
        running.set(false);
        supervisor.close();
        supervisor.look();
        assertThat(starts).hasValue(0);
    }
}
