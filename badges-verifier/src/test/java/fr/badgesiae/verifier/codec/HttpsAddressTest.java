package fr.badgesiae.verifier.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.example/1, https://a.example/1",
        "HTTP://a.example:80/1?x#y, https://a.example/1?x#y",
        "http://a.example:/1, https://a.example/1",
        "http://a.example, https://a.example",
        "http://a.example?x, https://a.example?x",
        "http://[2001:db8::1]/1, https://[2001:db8::1]/1",
        "https://a.example:8443/1, https://a.example:8443/1",
        "http://localhost:8080/1, http://localhost:8080/1",
        "http://127.0.0.1/1, http://127.0.0.1/1",
        "http://[::1]:80/1, http://[::1]:80/1",
        "urn:uuid:1, urn:uuid:1",
    })
    void httpIsReadAsHttpsOfTheSameHost(String address, String asked) {
        assertThat(HttpsAddress.of(URI.create(address))).contains(URI.create(asked));
        assertThat(HttpsAddress.spelled(address)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example:8080/1",
                "http://a.example:443/1",
                "http://localhost.example:81/",
                "http://localhost@a.example/1",
                "http://a@a.example/",
                "http:///1",
                "http://127.0.0.1.example:81/1"
            })
    void httpWithoutACounterpartIsNotAsked(String address) {
        assertThat(HttpsAddress.of(URI.create(address))).isEmpty();
        assertThat(HttpsAddress.spelled(address)).isEqualTo(address);
    }
}
