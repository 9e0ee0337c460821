package fr.badgesiae.api.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.MutableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

class CopiesTest {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final Copies<String, String> copies = new Copies<>(clock, FRESH, 1_000, String::length);
    private int asked;

    private static Optional<String> away() {
        throw new ConnectionException(new SQLException("Connection refused", "08001"));
    }

    private Supplier<Optional<String>> reads(String value) {
        return () -> {
            asked++;
            return Optional.ofNullable(value);
        };
    }

    @Test
    void aFreshCopyIsServedAndAnOldOneIsReadAgain() {
        assertThat(copies.get("a", reads("1"))).contains("1");
        assertThat(copies.get("a", reads("2"))).contains("1");
        clock.advance(FRESH);
        assertThat(copies.get("a", reads("2"))).contains("2");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void anAgedCopyIsReadAgainAndServedWhileTheDatabaseDoesNotAnswer() {
        copies.keep("a", "1");
        copies.age("a");
        assertThat(copies.get("a", CopiesTest::away)).contains("1");
        clock.advance(FRESH);
        assertThat(copies.get("a", reads("2"))).contains("2");
        copies.age("b");
        assertThat(copies.get("b", reads(null))).isEmpty();
    }

    @Test
    void whatIsGoneIsForgotten() {
        copies.keep("a", "1");
        clock.advance(FRESH);
        assertThat(copies.get("a", reads(null))).isEmpty();
        assertThatThrownBy(() -> copies.get("a", CopiesTest::away)).isInstanceOf(ConnectionException.class);
    }

    @Test
    void anOldCopyIsServedWhileTheDatabaseDoesNotAnswer() {
        copies.keep("a", "1");
        clock.advance(Duration.ofDays(1));
        assertThat(copies.get("a", CopiesTest::away)).contains("1");
        assertThatThrownBy(() -> copies.get("b", CopiesTest::away)).isInstanceOf(ConnectionException.class);
    }

    /** Each question may take seconds. */
    @Test
    void afterAFailureOneReaderInAFewSecondsAsks() {
        copies.keep("a", "1");
        clock.advance(FRESH);
        assertThat(copies.get("a", CopiesTest::away)).contains("1");
        assertThat(copies.get("a", reads("2"))).as("not asked").contains("1");
        clock.advance(DatabasePause.LENGTH);
        Supplier<Optional<String>> slow = () -> {
            assertThat(copies.get("a", reads("3")))
                    .as("another reader meanwhile")
                    .contains("1");
            return Optional.of("2");
        };
        assertThat(copies.get("a", slow)).contains("2");
        assertThat(asked).isZero();
        clock.advance(FRESH);
        assertThat(copies.get("a", reads("4"))).as("it answers again").contains("4");
    }

    @Test
    void oneReaderAtATimeReadsAgainAndOthersAreServedTheCopyOfBeforeForAWhile() {
        Duration meanwhile = Duration.ofSeconds(10);
        Copies<String, String> shared = new Copies<>(clock, FRESH, meanwhile, 1_000, String::length);
        shared.keep("a", "1");
        clock.advance(FRESH);
        Supplier<Optional<String>> slow = () -> {
            assertThat(shared.get("a", reads("2"))).as("meanwhile").contains("1");
            clock.advance(meanwhile);
            assertThat(shared.get("a", reads("3"))).as("it lasts too long").contains("3");
            return Optional.of("4");
        };

        assertThat(shared.get("a", slow)).contains("4");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void afterAReadThatFailsAnotherReaderReads() {
        Copies<String, String> shared = new Copies<>(clock, FRESH, Duration.ofSeconds(10), 1_000, String::length);
        shared.keep("a", "1");
        clock.advance(FRESH);
        assertThatThrownBy(() -> shared.get("a", () -> {
                    throw new IllegalStateException("not the database");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(shared.get("a", reads("2"))).contains("2");
    }

    @Test
    void theBytesOfAllCopiesAreLimited() {
        for (int i = 0; i < 100; i++) {
            copies.keep("key-" + i, "value");
        }
        assertThat(copies.bytes()).isPositive().isLessThanOrEqualTo(1_000);
    }
}
