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
}
