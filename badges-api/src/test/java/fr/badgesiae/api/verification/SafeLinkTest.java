package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLinkTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "http://a.example/",
                "javascript:alert(1)",
                "data:text/html,a",
                "https://user@a.example/",
                "https://france-travail.fr:secret@evil.example/",
                "https:///path",
                "https:a.example",
                "//a.example/",
                "urn:uuid:6f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e60",
                "https://a.example/ two words",
                "https://[badge"
            })
    void anAddressThatIsNotPlainHttpsIsNoLink(String address) {
        assertThat(SafeLink.of(address)).isNull();
    }

    @Test
    void aLinkNamesItsHost() {
        assertThat(SafeLink.of(" HTTPS://Competences.Example:8443/é?a=1#b "))
                .isEqualTo(new SafeLink("HTTPS://Competences.Example:8443/%C3%A9?a=1#b", "competences.example"));
    }

    @Test
    void anAddressThatIsTooLongIsNoLink() {
        assertThat(SafeLink.of("https://a.example/" + "a".repeat(2_000))).isNull();
    }
}
