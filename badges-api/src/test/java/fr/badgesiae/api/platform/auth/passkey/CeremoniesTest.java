package fr.badgesiae.api.platform.auth.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.SoftPhone;
import fr.badgesiae.api.platform.Settings;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The origin and the relying party of a public address, however that is written. */
class CeremoniesTest {
    private static Settings at(String url) {
        return new Settings(URI.create(url), false);
    }

    @ParameterizedTest
    @CsvSource({
        "https://badges.example, https://badges.example",
        "https://badges.example:443, https://badges.example",
        "https://Badges.Example, https://badges.example",
        "https://badges.example:8443, https://badges.example:8443",
        "http://localhost:80, http://localhost",
        "http://localhost:443, http://localhost:443",
        "https://[2001:DB8::1]:443, https://[2001:db8::1]"
    })
    void theOriginIsWrittenAsBrowsersWriteIt(String url, String origin) {
        assertThat(at(url).origin()).isEqualTo(origin);
        assertThat(at(url).url("/me"))
                .as("badges name the address as it is written")
                .isEqualTo(url + "/me");
    }

    @Test
    void aPhoneIsAddedAtAnAddressWithItsPortWrittenOut() throws Exception {
        Ceremonies ceremonies = new Ceremonies(at("https://Badges.example:443"));
        byte[] user = new byte[64];
        String options = ceremonies.creation(new byte[32], user, "Poche", List.of());
        SoftPhone phone = new SoftPhone("https://badges.example");
        phone.rpId = "badges.example";
        assertThat(ceremonies.parseCreated(phone.create(options)))
                .hasValueSatisfying(
                        created -> assertThat(ceremonies.verify(created, user)).isPresent());
        SoftPhone elsewhere = new SoftPhone("https://badges.example:8443");
        elsewhere.rpId = "badges.example";
        assertThat(ceremonies.parseCreated(elsewhere.create(options)))
                .hasValueSatisfying(
                        created -> assertThat(ceremonies.verify(created, user)).isEmpty());
    }
}
