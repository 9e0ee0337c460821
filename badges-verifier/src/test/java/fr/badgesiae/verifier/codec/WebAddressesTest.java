package fr.badgesiae.verifier.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:uuid:1",
                "https:///a",
                "https://a.example@intrus.example/",
                "/a",
                "https://a b/",
                "ftp://a.example/",
                ""
            })
    void whatIsNoPlainAddressOfTheWebIsNone(String text) {
        assertThat(WebAddresses.web(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/1, https://A.example:443/2, true",
        "https://a.example/1, http://a.example/2, true",
        "https://a.example/1, https://a.example:8443/1, false",
        "https://a.example/1, https://b.a.example/1, false",
        "https://a.example/1, urn:uuid:1, false",
        "https://a.example/1, http://a.example:80/2, true",
        "https://a.example/1, http://a.example:443/2, false",
        "https://a.example/1, https://a.example:80/2, false",
    })
    void anOriginIsHostAndPort(String one, String other, boolean same) {
        assertThat(WebAddresses.sameOrigin(one, other)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/1, http://a.example/1, true",
        "https://a.example/1, http://a.example:80/1, true",
        "https://a.example/1, http://a.example:8080/1, false",
        "https://a.example/1, HTTPS://A.example:443/1, true",
        "https://a.example, http://a.example/, true",
        "https://a.example/1?a=b, http://a.example/1?a=b, true",
        "https://a.example/1?a=b, https://a.example/1, false",
        "https://a.example/1#k, https://a.example/1, false",
        "https://a.example/1#k, http://a.example/1#k, true",
        "https://a.example/1, https://a.example/2, false",
        "https://a.example/1, https://a.example/1/, false",
        "http://localhost/1, https://localhost/1, false",
        "urn:uuid:1, urn:uuid:1, true",
        "urn:uuid:a, urn:uuid:A, false",
    })
    void oneResourceHasOneAddressOnceHttpIsReadAsHttps(String one, String other, boolean same) {
        assertThat(WebAddresses.sameResource(one, other)).isEqualTo(same);
        assertThat(WebAddresses.sameResource(other, one)).isEqualTo(same);
        assertThat(WebAddresses.sameResource(one, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/b/1, http://a.example/b/, true",
        "http://a.example/b/1, https://a.example/b/, true",
        "https://a.example/b/1, https://a.example/b/, true",
        "https://a.example/b/1, https://a.example/b, true",
        "https://a.example/c/1, https://a.example/b/, false",
        "https://a.example.intrus.example/b, https://a.example, false",
        "https://a.example/b/../c, https://a.example/b/, false",
        "https://a.example/b/%2e%2E/c, https://a.example/b/, false",
        "https://a.example/b/..1, https://a.example/b/, true",
    })
    void aPrefixIsMetAsTextAndAsAddress(String address, String prefix, boolean met) {
        assertThat(WebAddresses.startsWith(address, prefix)).isEqualTo(met);
    }

    @Test
    void anAllowedOriginIsAHostAHostWithPortOrAWholeOrigin() {
        var address = WebAddresses.web("https://a.example:8443/1").orElseThrow();
        assertThat(WebAddresses.atOneOf(address, List.of("b.example", "A.example")))
                .isTrue();
        assertThat(WebAddresses.atOneOf(address, List.of("a.example:8443"))).isTrue();
        assertThat(WebAddresses.atOneOf(address, List.of("https://a.example:8443")))
                .isTrue();
        assertThat(WebAddresses.atOneOf(address, List.of("https://a.example", "example", "*.example", "")))
                .isFalse();
    }
}
