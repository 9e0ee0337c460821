package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevokedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | false | true",
                "{'revoked':null} | false | true",
                "{'revoked':false} | false | false",
                "{'revoked':'false'} | false | false",
                "{'revoked':true} | true | true",
                "{'revoked':'true'} | true | true",
                "{'revoked':'yes'} | true | true",
                "{'revoked':''} | true | true",
                "{'revoked':0} | true | true",
                "{'revoked':{}} | true | true",
                "{'revoked':[]} | true | true",
            },
            quoteCharacter = '`')
    void nullSaysNothingAndOnlyFalseDeniesARevocation(String json, boolean assertion, boolean entry) throws Exception {
        var document = new ObjectMapper().readTree(json.replace('\'', '"'));
        assertThat(Revoked.isStatedBy(document)).isEqualTo(assertion);
        assertThat(Revoked.isNotDeniedBy(document)).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/1, http://a.example/1, true",
        "http://a.example/1, HTTPS://A.example:443/1, true",
        "https://a.example/1, https://a.example/2, false",
        "https://a.example/1, http://a.example:8080/1, false",
        "urn:uuid:6f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e60, URN:UUID:6F1D2C5E-8A34-4B0E-9F67-2D1C3B4A5E60, true",
        "urn:x:a, urn:x:A, false",
    })
    void anEntryNamesABadgeInAnySpellingOfItsAddress(String badge, String listed, boolean same) {
        assertThat(Revoked.isSameId(badge, listed)).isEqualTo(same);
        assertThat(Revoked.isSameId(badge, null)).isFalse();
        assertThat(Revoked.isSameId(null, listed)).isFalse();
    }
}
