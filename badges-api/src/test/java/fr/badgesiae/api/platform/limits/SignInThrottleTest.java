package fr.badgesiae.api.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.Platform;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting times after repeated failed sign-ins. */
class SignInThrottleTest {
    private static final int FREE_OF_ALL = 500;

    private TestPlatform setup;
    private SignInThrottle throttle;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        Platform platform = setup.platform();
        throttle = new SignInThrottle(platform.database(), platform.vault(), platform.clock());
    }

    @AfterEach
    void close() {
        setup.close();
    }

    @Test
    void fourTriesAreFreeAndEachFurtherOneDoublesTheWait() {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(throttle.allowed("signin", "noa")).isTrue();
        }
        for (int wait : new int[] {5, 10, 20, 40}) {
            assertThat(throttle.allowed("signin", "noa")).isFalse();
            setup.clock().advance(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(throttle.allowed("signin", "noa")).isFalse();
            setup.clock().advance(Duration.ofMillis(1));
            assertThat(throttle.allowed("signin", "noa")).isTrue();
        }
    }

    @Test
    void nobodyWaitsLongerThanAnHour() {
        for (int tries = 0; tries < 40; tries++) {
            assertThat(throttle.allowed("signin", "noa")).isTrue();
            setup.clock().advance(Duration.ofHours(1));
        }
        assertThat(throttle.allowed("signin", "noa")).isTrue();
        setup.clock().advance(Duration.ofMinutes(59));
        assertThat(throttle.allowed("signin", "noa")).isFalse();
    }

    @Test
    void aWaitIsForOneKeyOfOnePurpose() {
        exhaust("signin", "noa");
        assertThat(throttle.allowed("signin", "lou")).isTrue();
        assertThat(throttle.allowed("window", "noa")).isTrue();
        assertThat(throttle.allowed("signin", "noa")).isFalse();
    }

    @Test
    void successClearsTheFailures() {
        exhaust("signin", "noa");
        exhaust("signin", "lou");
        throttle.succeeded("signin", "noa");
        assertThat(throttle.allowed("signin", "noa")).isTrue();
        assertThat(throttle.allowed("signin", "lou")).isFalse();
    }

    @Test
    void failuresAreForgottenAfterADay() {
        exhaust("signin", "lou");
        assertThat(throttle.allowed("signin", "lou")).isFalse();
        setup.clock().advance(Duration.ofHours(25));
        for (int tries = 0; tries < 5; tries++) {
            assertThat(throttle.allowed("signin", "lou")).isTrue();
        }
    }

    @Test
    void manyFailuresUnderManyKeysDelayEverybodyForSeconds() {
        for (int failures = 0; failures < FREE_OF_ALL; failures++) {
            throttle.failed("signin");
        }
        assertThat(throttle.allowed("signin", "noa")).isTrue();
        throttle.failed("signin");
        assertThat(throttle.allowed("signin", "lou")).isFalse();
        assertThat(throttle.allowed("window", "lou")).isTrue();
        setup.clock().advance(Duration.ofSeconds(5));
        assertThat(throttle.allowed("signin", "lou")).isTrue();
    }

    private void exhaust(String purpose, String key) {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(throttle.allowed(purpose, key)).isTrue();
        }
        assertThat(throttle.allowed(purpose, key)).isFalse();
    }
}
