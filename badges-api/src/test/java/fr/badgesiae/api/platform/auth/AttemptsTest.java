package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.Platform;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long who tries again and again has to wait. */
class AttemptsTest {
    private static final int FREE_OF_ALL = 500;

    private TestPlatform house;
    private Attempts attempts;

    @BeforeEach
    void open() {
        house = TestPlatform.fresh();
        Platform platform = house.platform();
        attempts = new Attempts(platform.database(), platform.vault(), platform.clock());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void fourTriesAreFreeAndEachFurtherOneDoublesTheWait() {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(attempts.allowed("door", "noa")).isTrue();
        }
        for (int wait : new int[] {5, 10, 20, 40}) {
            assertThat(attempts.allowed("door", "noa")).isFalse();
            house.clock().advance(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(attempts.allowed("door", "noa")).isFalse();
            house.clock().advance(Duration.ofMillis(1));
            assertThat(attempts.allowed("door", "noa")).isTrue();
        }
    }

    @Test
    void nobodyWaitsLongerThanAnHour() {
        for (int tries = 0; tries < 40; tries++) {
            assertThat(attempts.allowed("door", "noa")).isTrue();
            house.clock().advance(Duration.ofHours(1));
        }
        assertThat(attempts.allowed("door", "noa")).isTrue();
        house.clock().advance(Duration.ofMinutes(59));
        assertThat(attempts.allowed("door", "noa")).isFalse();
    }

    @Test
    void aWaitIsForOneKeyOfOnePurpose() {
        exhaust("door", "noa");
        assertThat(attempts.allowed("door", "lou")).isTrue();
        assertThat(attempts.allowed("window", "noa")).isTrue();
        assertThat(attempts.allowed("door", "noa")).isFalse();
    }

    @Test
    void successForgetsWhatWas() {
        exhaust("door", "noa");
        exhaust("door", "lou");
        attempts.succeeded("door", "noa");
        assertThat(attempts.allowed("door", "noa")).isTrue();
        assertThat(attempts.allowed("door", "lou")).isFalse();
    }

    @Test
    void aDayForgetsWhatWas() {
        exhaust("door", "lou");
        assertThat(attempts.allowed("door", "lou")).isFalse();
        house.clock().advance(Duration.ofHours(25));
        for (int tries = 0; tries < 5; tries++) {
            assertThat(attempts.allowed("door", "lou")).isTrue();
        }
    }

    @Test
    void manyFailuresUnderManyKeysBrakeEverybodyForSeconds() {
        for (int failures = 0; failures < FREE_OF_ALL; failures++) {
            attempts.failed("door");
        }
        assertThat(attempts.allowed("door", "noa")).isTrue();
        attempts.failed("door");
        assertThat(attempts.allowed("door", "lou")).isFalse();
        assertThat(attempts.allowed("window", "lou")).isTrue();
        house.clock().advance(Duration.ofSeconds(5));
        assertThat(attempts.allowed("door", "lou")).isTrue();
    }

    private void exhaust(String purpose, String key) {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(attempts.allowed(purpose, key)).isTrue();
        }
        assertThat(attempts.allowed(purpose, key)).isFalse();
    }
}
