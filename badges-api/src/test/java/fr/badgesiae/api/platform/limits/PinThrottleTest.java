package fr.badgesiae.api.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.TestClients;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinThrottleTest {
    private static final Client HERE = TestClients.at("203.0.113.7");
    private static final OrganisationId WORKSHOP = new OrganisationId(new UUID(0, 1));

    private TestPlatform setup;
    private PinThrottle throttle;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        throttle = setup.platform().throttles().pins();
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private static PinThrottle.Try slip(int number, Client client) {
        return new PinThrottle.Try(new byte[] {(byte) (number >> 8), (byte) number}, WORKSHOP, client, false);
    }

    @Test
    void wrongPinsOfOneSlipCloseThatSlipForAWhile() {
        for (int wrong = 0; wrong < Limit.PIN_SECRET.most(); wrong++) {
            assertThat(throttle.allows(slip(1, HERE))).isTrue();
            throttle.failed(slip(1, HERE));
        }
        assertThat(throttle.allows(slip(1, HERE))).isFalse();
        assertThat(throttle.allows(slip(1, TestClients.at("198.51.100.7")))).isFalse();
        assertThat(throttle.allows(slip(2, HERE))).isTrue();
        assertThat(setup.alerts().closings("pin-secret")).isEqualTo(1);
        setup.clock().advance(Duration.ofMinutes(90));
        assertThat(throttle.allows(slip(1, HERE))).isTrue();
    }

    @Test
    void wrongPinsOnManySlipsLeaveEachOtherSlipTwoTries() {
        for (int wrong = 0; wrong < Limit.PIN_NETWORK.most(); wrong++) {
            throttle.failed(slip(wrong, HERE));
        }
        assertThat(setup.alerts().closings("pin-network")).isEqualTo(1);
        assertTwoTries(slip(1_000, HERE));
        assertThat(throttle.allows(new PinThrottle.Try(new byte[] {0, 1}, WORKSHOP, HERE, true)))
                .as("a known device")
                .isTrue();
        PinThrottle.Try elsewhere = slip(2_000, TestClients.at("198.51.100.7"));
        for (int wrong = 0; wrong < 4; wrong++) {
            throttle.failed(elsewhere);
            assertThat(throttle.allows(elsewhere)).as("another network").isTrue();
        }
        setup.clock().advance(Duration.ofMinutes(15));
        throttle.failed(slip(1_000, HERE));
        assertThat(throttle.allows(slip(1_000, HERE))).as("the window moved on").isTrue();
    }

    @Test
    void anOrganisationAndAllTogetherSlowDownInTheSameWay() {
        for (int wrong = 0; wrong < Limit.PIN_ORGANISATION.most(); wrong++) {
            throttle.failed(slip(wrong, TestClients.at("192.0." + wrong + ".1")));
        }
        assertTwoTries(slip(1_000, HERE));
        PinThrottle.Try card = new PinThrottle.Try(new byte[] {9}, null, HERE, false);
        for (int wrong = 0; wrong < 3; wrong++) {
            throttle.failed(card);
        }
        assertThat(throttle.allows(card)).as("not of this organisation").isTrue();
        for (int wrong = 0; wrong < Limit.PIN_ALL.most(); wrong++) {
            throttle.failed(slip(wrong, TestClients.at("192.0." + wrong % 250 + ".1")));
        }
        assertThat(throttle.allows(card)).isFalse();
        assertTwoTries(new PinThrottle.Try(new byte[] {10}, null, TestClients.at("198.51.100.7"), false));
        assertThat(setup.alerts().closings("pin-all")).isEqualTo(1);
    }

    private void assertTwoTries(PinThrottle.Try guess) {
        assertThat(throttle.allows(guess)).isTrue();
        throttle.failed(guess);
        assertThat(throttle.allows(guess)).isTrue();
        throttle.failed(guess);
        assertThat(throttle.allows(guess)).isFalse();
    }

    @Test
    void whatNoWindowCoversIsSwept() {
        throttle.failed(slip(1, HERE));
        setup.platform().throttles().sweep();
        assertThat(rows()).isEqualTo(5);
        setup.clock().advance(Duration.ofMinutes(25));
        setup.platform().throttles().sweep();
        assertThat(rows()).as("the hour of a slip").isEqualTo(1);
        setup.clock().advance(Duration.ofHours(2));
        setup.platform().throttles().sweep();
        assertThat(rows()).isZero();
    }

    private long rows() {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM throttle")
                        .mapTo(Long.class)
                        .one());
    }
}
