package fr.badgesiae.api.platform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES = TrustedProxies.parse("127.0.0.1, 10.1.0.0/16,2001:db8:ffff::/64");

    private static String host(String peer, String... forwardedFor) {
        return PROXIES.network(peer, List.of(forwardedFor)).host();
    }

    @Test
    void theLastHopThatIsNoProxyIsTheClient() {
        assertThat(host("127.0.0.1", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(host("127.0.0.1", "9.9.9.9, 203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(host("10.1.2.3", "9.9.9.9, 203.0.113.7, 10.1.9.9")).isEqualTo("203.0.113.7");
        assertThat(host("127.0.0.1", "9.9.9.9", "203.0.113.7,10.1.9.9")).isEqualTo("203.0.113.7");
        assertThat(host("2001:db8:ffff:0:0:0:0:1", "203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void whoeverIsNoProxyCannotSayWhoTheClientIs() {
        assertThat(host("198.51.100.4", "203.0.113.7")).isEqualTo("198.51.100.4");
        assertThat(host("10.2.0.1", "203.0.113.7")).isEqualTo("10.2.0.1");
        assertThat(TrustedProxies.none()
                        .network("198.51.100.4", List.of("203.0.113.7"))
                        .host())
                .isEqualTo("198.51.100.4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "_hidden", "999.1.1.1", "1.2.3", "badges.example", "1.2.3.4.5", ":::", "[::1"})
    void anUnreadableHopEndsTheWalkAtTheProxyThatPassedItOn(String hop) {
        assertThat(host("127.0.0.1", "9.9.9.9, " + hop)).isEqualTo("127.0.0.1");
        assertThat(host("127.0.0.1", hop + ", 203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void aHopMayHaveItsPort() {
        assertThat(host("127.0.0.1", "203.0.113.7:4711")).isEqualTo("203.0.113.7");
        assertThat(host("127.0.0.1", "[2001:db8:1:2::9]:4711")).isEqualTo(host("127.0.0.1", "2001:db8:1:2::1"));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 203.0.113.0/24, 203.0.113.0/24",
        "::ffff:203.0.113.7, 203.0.113.7, 203.0.113.0/24, 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64, 2001:db8:1:2:0:0:0:0/64, 2001:db8:1:0:0:0:0:0/48"
    })
    void aClientHasItsNetworks(String address, String host, String near, String wide) {
        assertThat(PROXIES.network("127.0.0.1", List.of(address))).isEqualTo(new ClientNetwork(host, near, wide, true));
    }

    @Test
    void withoutANamedProxyTheClientsOfANearPeerAreNotToldApart() {
        for (String peer :
                List.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1%0", "192.168.1.4", "172.17.0.1", "fd00:0:0:0:0:0:0:1")) {
            assertThat(TrustedProxies.none().network(peer, List.of("203.0.113.7")))
                    .isEqualTo(ClientNetwork.UNKNOWN);
        }
        assertThat(TrustedProxies.none().network("198.51.100.4", null).known()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/x",
                "2001:db8::/129",
                "10.0.0",
                "1.2.3.4;5.6.7.8"
            })
    void whatIsNoAddressIsRefused(String listed) {
        assertThatThrownBy(() -> TrustedProxies.parse("127.0.0.1," + listed)).hasMessage(listed);
    }

    @Test
    void bitsInTheMiddleOfAByteCount() {
        TrustedProxies range = TrustedProxies.parse("10.1.2.128/25");
        assertThat(range.network("10.1.2.200", List.of("203.0.113.7")).host()).isEqualTo("203.0.113.7");
        assertThat(range.network("10.1.2.100", List.of("203.0.113.7")).host()).isEqualTo("10.1.2.100");
    }
}
