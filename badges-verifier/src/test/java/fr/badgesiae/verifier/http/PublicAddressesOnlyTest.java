package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
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
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
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
                "3fff::1"
            })
    void addressesOutsideThePublicInternetAreRefused(String address) throws Exception {
        assertThat(PublicAddressesOnly.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> new PublicAddressesOnly(false).resolve(address))
                .isInstanceOf(PublicAddressesOnly.RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.9.9.9", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4007::1"})
    void addressesOfThePublicInternetPass(String address) throws Exception {
        assertThat(new PublicAddressesOnly(false).resolve(address)).containsExactly(InetAddress.getByName(address));
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
            assertThat(((FetchResult.Failed) result).failure())
                    .isIn(FetchResult.Failure.REFUSED_ADDRESS, FetchResult.Failure.UNREACHABLE);
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
