package fr.badgesiae.api.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.client.ClientNetwork;
import fr.badgesiae.api.platform.client.TestClients;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private static final ClientNetwork FLOOD = TestClients.at("203.0.113.7").network();
    private static final ClientNetwork OTHER = TestClients.at("198.51.100.7").network();

    /** Eight run; the ninth of the same network is refused although turns are free, one of another network gets its turn. */
    @Test
    void aNetworkHasAShareOfTheQueueAndNoMore() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        ConcurrencyLimit limit = new ConcurrencyLimit(16, Duration.ofMinutes(1), "crowded", refused::incrementAndGet);
        CountDownLatch running = new CountDownLatch(8);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(9);
        try {
            List<Future<Boolean>> flood = new ArrayList<>();
            for (int task = 0; task < 8; task++) {
                flood.add(threads.submit(() -> limit.run(FLOOD, () -> {
                    running.countDown();
                    return uninterrupted(end);
                })));
            }
            running.await();
            assertThatThrownBy(() -> limit.run(FLOOD, () -> true))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED));
            assertThat(refused).hasValue(1);
            Future<Boolean> other = threads.submit(() -> limit.run(OTHER, () -> true));
            end.countDown();
            assertThat(other.get()).isTrue();
            for (Future<Boolean> task : flood) {
                assertThat(task.get()).isTrue();
            }
            assertThat(limit.run(FLOOD, () -> true)).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean uninterrupted(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
