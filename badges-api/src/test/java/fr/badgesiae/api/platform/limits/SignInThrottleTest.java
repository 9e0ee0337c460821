package fr.badgesiae.api.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.KnownDevice;
import fr.badgesiae.api.platform.client.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting times after repeated failed sign-ins. */
class SignInThrottleTest {
    private static final Client HERE = TestClients.at("203.0.113.7");
    private static final Client ELSEWHERE = TestClients.at("198.51.100.7");

    private TestPlatform setup;
    private SignInThrottle throttle;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        throttle = setup.platform().throttles().signIn();
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private boolean allowed(String name) {
        return throttle.allowed(name, HERE);
    }

    private void fail(String name, Client client) {
        setup.platform().database().inPublic(handle -> {
            throttle.failed(handle, name, client);
            return handle;
        });
    }

    @Test
    void fourTriesAreFreeAndEachFurtherOneDoublesTheWait() {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(allowed("noa")).isTrue();
        }
        for (int wait : new int[] {5, 10, 20, 40}) {
            assertThat(allowed("noa")).isFalse();
            setup.clock().advance(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(allowed("noa")).isFalse();
            setup.clock().advance(Duration.ofMillis(1));
            assertThat(allowed("noa")).isTrue();
        }
    }

    @Test
    void nobodyWaitsLongerThanAnHour() {
        for (int tries = 0; tries < 40; tries++) {
            assertThat(allowed("noa")).isTrue();
            setup.clock().advance(Duration.ofHours(1));
        }
        assertThat(allowed("noa")).isTrue();
        setup.clock().advance(Duration.ofMinutes(59));
        assertThat(allowed("noa")).isFalse();
    }

    @Test
    void aWaitIsForOneNameInOneNetwork() {
        exhaust("noa", HERE);
        assertThat(allowed("lou")).isTrue();
        assertThat(throttle.allowed("noa", ELSEWHERE)).isTrue();
        assertThat(throttle.allowed("noa", TestClients.at("203.0.113.99"))).isFalse();
        assertThat(throttle.allowed("window", "noa")).isTrue();
    }

    /** Whoever guesses in the same network does not make the owner of the name wait. */
    @Test
    void aDeviceOfAnEarlierSignInHasAWaitOfItsOwn() {
        Client own = TestClients.known(setup.platform(), "203.0.113.7", KnownDevice.Kind.ACCOUNT, "noa");
        exhaust("noa", HERE);
        assertThat(throttle.allowed("noa", own)).isTrue();
        assertThat(throttle.allowed("lou", own)).isTrue();
        for (int tries = 0; tries < 4; tries++) {
            assertThat(throttle.allowed("noa", own)).isTrue();
        }
        assertThat(throttle.allowed("noa", own)).isFalse();
    }

    @Test
    void successClearsTheFailuresAndMarksTheDevice() {
        exhaust("noa", HERE);
        exhaust("lou", HERE);
        throttle.succeeded("noa", HERE);
        assertThat(allowed("noa")).isTrue();
        assertThat(allowed("lou")).isFalse();
        Client device = TestClients.known(setup.platform(), "203.0.113.7", KnownDevice.Kind.ACCOUNT, "lou");
        throttle.succeeded("noa", device);
        assertThat(device.device().knows(KnownDevice.Kind.ACCOUNT, "noa")).isTrue();
    }

    @Test
    void failuresAreForgottenAfterADay() {
        exhaust("lou", HERE);
        setup.clock().advance(Duration.ofHours(25));
        for (int tries = 0; tries < 5; tries++) {
            assertThat(allowed("lou")).isTrue();
        }
    }

    @Test
    void aNetworkThatTriesManyNamesIsClosedForAWhileAndItsKnownDevicesAreNot() {
        for (int name = 0; name < Limit.SIGN_IN_NETWORK.most(); name++) {
            assertThat(allowed("nobody-" + name)).isTrue();
            fail("nobody-" + name, HERE);
        }
        assertThat(allowed("noa")).isFalse();
        assertThat(throttle.allowed("noa", ELSEWHERE)).isTrue();
        assertThat(throttle.allowed(
                        "noa", TestClients.known(setup.platform(), "203.0.113.7", KnownDevice.Kind.ACCOUNT, "noa")))
                .isTrue();
        assertThat(setup.alerts().closings("sign-in-network")).isEqualTo(1);
        setup.clock().advance(Duration.ofMinutes(12));
        assertThat(allowed("noa")).isTrue();
    }

    @Test
    void anIpv6CustomerHasOneNetworkHoweverManyItUses() {
        for (int subnet = 0; subnet < Limit.SIGN_IN_WIDE_NETWORK.most(); subnet++) {
            fail("nobody-" + subnet, TestClients.at("2001:db8:1:" + Integer.toHexString(subnet) + "::1"));
        }
        assertThat(throttle.allowed("noa", TestClients.at("2001:db8:1:ffff::1")))
                .isFalse();
        assertThat(throttle.allowed("noa", TestClients.at("2001:db8:2:ffff::1")))
                .isTrue();
    }

    /** Over all names, over one name from everywhere, and where networks cannot be told apart: fewer tries, never none. */
    @Test
    void manyFailuresOfOthersLeaveEachNameTwoTries() {
        for (int from = 0; from < Limit.SIGN_IN_NAME.most(); from++) {
            fail("noa", TestClients.at("192.0." + from + ".1"));
        }
        assertTwoTries("noa", HERE);
        assertThat(setup.alerts().closings("sign-in-name")).isEqualTo(1);

        for (int guess = 0; guess < Limit.SIGN_IN_NETWORK.most(); guess++) {
            fail("nobody-" + guess, Client.unknown());
        }
        assertTwoTries("lou", Client.unknown());
        assertThat(throttle.allowed("lou", HERE)).isTrue();

        for (int guess = 0; guess < Limit.SIGN_IN_ALL.most(); guess++) {
            fail("nobody-" + guess, TestClients.at("192.0." + guess % 250 + ".1"));
        }
        assertTwoTries("sam", ELSEWHERE);
    }

    private void assertTwoTries(String name, Client client) {
        assertThat(throttle.allowed(name, client)).isTrue();
        assertThat(throttle.allowed(name, client)).isTrue();
        assertThat(throttle.allowed(name, client)).isFalse();
        setup.clock().advance(Duration.ofSeconds(5));
        assertThat(throttle.allowed(name, client)).isTrue();
    }

    /** Instants of concurrent tries come in any order. */
    @Test
    void aFirstTryWaitsForNobodyAndNoneIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> tries = threads.invokeAll(IntStream.range(0, 40)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(name -> () -> {
                        setup.clock().advance(Duration.ofMillis(name % 2 == 0 ? 7 : -7));
                        boolean free = throttle.allowed("fresh-" + name % 20, HERE);
                        fail("fresh-" + name, ELSEWHERE);
                        return free;
                    })
                    .toList());
            for (Future<Boolean> one : tries) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        int counted = setup.database()
                .owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT failures + failures_before FROM throttle WHERE name = 'SIGN_IN_ALL'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(counted).isEqualTo(40);
    }

    private void exhaust(String name, Client client) {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(throttle.allowed(name, client)).isTrue();
        }
        assertThat(throttle.allowed(name, client)).isFalse();
    }
}
