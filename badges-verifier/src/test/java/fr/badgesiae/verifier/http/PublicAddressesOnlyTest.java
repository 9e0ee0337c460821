package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesOnlyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "ff02::1",
                "2001:db8::1",
                "2002:a00:1::",
                "2001::1",
                "fd00:ec2::254",
                "100::1",
                "2001:1ff::1",
                "3fff::1",
                "3fff:fff::1",
                "4000::1"
            })
    void addressesOutsideThePublicInternetAreRefused(String address) throws Exception {
        assertThat(PublicAddressesOnly.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> new PublicAddressesOnly(false).resolve(address))
                .isInstanceOf(PublicAddressesOnly.RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.9.9.9",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.88.98.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "198.51.101.1",
                "203.0.112.1",
                "223.255.255.255",
                "2001:200::1",
                "2001:db9::1",
                "2003::1",
                "2606:4700::1111",
                "2a00:1450:4007::1",
                "3fff:1000::1"
            })
    void addressesOfThePublicInternetPass(String address) throws Exception {
        assertThat(new PublicAddressesOnly(false).resolve(address)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void loopbackPassesUnderItsOwnNamesOnlyAndTheyLeadNowhereElse() throws Exception {
        assertThat(resolved("localhost", "127.0.0.1", true)).isTrue();
        assertThat(resolved("LOCALHOST", "::1", true)).isTrue();
        assertThat(resolved("localhost", "127.0.0.1", false)).isFalse();
        assertThat(resolved("badges.example", "127.0.0.1", true)).isFalse();
        assertThat(resolved("localhost", "10.0.0.1", true)).isFalse();
        assertThat(resolved("localhost", "169.254.169.254", true)).isFalse();
    }

    private static boolean resolved(String name, String address, boolean allowLoopback) throws Exception {
        InetAddress[] found = {InetAddress.getByName(address)};
        DnsResolver names = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return found;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try {
            return new PublicAddressesOnly(names, allowLoopback, PublicAddressesOnly::isPublic).resolve(name) == found;
        } catch (PublicAddressesOnly.RefusedAddressException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://localhost/",
                "https://169.254.169.254/latest/meta-data/",
                "http://1.1.1.1/",
                "http://localhost/",
                "https://user:word@1.1.1.1/",
                "file:///etc/passwd",
                "https:/nohost",
                "ftp://1.1.1.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::ffff:127.0.0.1]/"
            })
    void theFetcherRefusesWhatIsNotAPublicHttpsAddress(String uri) {
        try (HttpFetcher fetcher = new HttpFetcher("test", Duration.ofSeconds(5), false)) {
            FetchResult result = fetcher.fetch(URI.create(uri), FetchLimits.DOCUMENT);
            assertThat(result).isInstanceOf(FetchResult.Failed.class);
            assertThat(((FetchResult.Failed) result).failure()).isEqualTo(FetchResult.Failure.REFUSED_ADDRESS);
        }
    }

    @Test
    void onlyLoopbackPassesWhereLoopbackIsAllowed() throws Exception {
        PublicAddressesOnly resolver = new PublicAddressesOnly(true);
        assertThat(resolver.resolve("127.0.0.1")).hasSize(1);
        assertThatThrownBy(() -> resolver.resolve("10.0.0.1"))
                .isInstanceOf(PublicAddressesOnly.RefusedAddressException.class);
    }
}
