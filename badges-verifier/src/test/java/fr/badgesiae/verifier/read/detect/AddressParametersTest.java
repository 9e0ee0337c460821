package fr.badgesiae.verifier.read.detect;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.Submission;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressParametersTest {
    private static Optional<AddressParameters.Parameter> carried(String address) {
        return Submission.address(address).flatMap(given -> AddressParameters.of(given.uri()));
    }

    @ParameterizedTest
    @CsvSource({
        "certUrl=https%3A%2F%2Fa.example%2Fb, https://a.example/b",
        "name=X&certificationUrl=https://a.example/b&certId=1, https://a.example/b",
        "credential_url=https%3A%2F%2Fa.example%2Fb%3Fc%3D1%26d%3D2, https://a.example/b?c=1&d=2",
        "credential_url=https%3A%2F%2Fa.example%2Fb+c, https://a.example/b%20c",
        "certUrl=&certificationUrl=https://a.example/, https://a.example/",
        "certUrl=http://localhost:8080/b, http://localhost:8080/b",
        "certUrl=http://a.example/b, none",
        "certUrl=file:///etc/hostname, none",
        "certUrl=a.example/b, none",
        "certUrl=https:opaque, none",
        "certUrl=%zz, none",
        "certurl=https://a.example/b, none",
        "url=https://a.example/b, none",
        "certUrl, none"
    })
    void anAddressIsTakenFromOneOfThreeParameters(String query, String address) {
        assertThat(carried("https://v.example/x?" + query)
                        .map(parameter -> parameter.address().toString())
                        .orElse("none"))
                .isEqualTo(address);
    }

    @Test
    void anAddressWithoutParametersCarriesNone() {
        assertThat(carried("https://v.example/x")).isEmpty();
        assertThat(carried("mailto:a@example.org?certUrl=https://a.example/b")).isEmpty();
        assertThat(carried("https://v.example/x?certUrl=https://a.example/b"))
                .map(AddressParameters.Parameter::name)
                .hasValue("certUrl");
    }
}
