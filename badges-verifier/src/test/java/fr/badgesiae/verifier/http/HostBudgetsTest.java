package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostBudgetsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final HostBudgets budgets = new HostBudgets(3, Duration.ofSeconds(60), nanos::get);

    @Test
    void aHostIsAskedSoOftenInAWindowAndNoMore() {
        assertThat(granted("badges.example", 10)).isEqualTo(3);
        assertThat(granted("BADGES.example", 10)).isZero();
        assertThat(granted("other.example", 10)).isEqualTo(3);
    }

    @Test
    void aBudgetRefillsEvenly() {
        granted("badges.example", 10);
        nanos.addAndGet(Duration.ofSeconds(19).toNanos());
        assertThat(granted("badges.example", 10)).isZero();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(granted("badges.example", 10)).isEqualTo(1);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(granted("badges.example", 10)).isEqualTo(3);
    }

    private int granted(String host, int times) {
        int granted = 0;
        for (int i = 0; i < times; i++) {
            granted += budgets.spend(host) ? 1 : 0;
        }
        return granted;
    }
}
