package fr.badgesiae.verifier.ob2.form;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationScopeTest {
    private static VerificationScope scope(String declared) {
        return VerificationScope.of(
                json("{\"verification\":" + declared.replace('\'', '"') + "}"), "https://i.example/issuers/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | https://i.example/a/1 | true",
                "{} | http://i.example/a/1 | true",
                "{} | https://a.example/a/1 | false",
                "{} | urn:x:1 | false",
                "{'startsWith':'https://a.example/a/'} | https://a.example/a/1 | true",
                "{'startsWith':'https://a.example/a/'} | https://a.example/b/1 | false",
                "{'startsWith':'https://a.example/a/'} | https://i.example/a/1 | false",
                "{'allowedOrigins':['a.example','b.example']} | https://b.example/a/1 | true",
                "{'allowedOrigins':'a.example'} | https://i.example/a/1 | false",
                "{'allowedOrigins':'a.example'} | urn:x:1 | false",
                "{'startsWith':'urn:x:'} | urn:x:1 | false",
                "{'startsWith':'https://a.example/a/','allowedOrigins':'a.example'} | https://a.example/a/1 | true",
                "{'startsWith':'https://a.example/a/','allowedOrigins':'a.example'} | https://a.example/b/1 | false",
                "{'startsWith':'https://a.example/a/','allowedOrigins':'b.example'} | https://a.example/a/1 | false",
            })
    void anAssertionLiesInWhatTheProfileDeclares(String declared, String id, boolean holds) {
        assertThat(scope(declared).holds(id)).isEqualTo(holds);
    }

    @Test
    void theReportSaysWhichScopeWasUsed() {
        assertThat(scope("{}").isDefault()).isTrue();
        assertThat(scope("{}").finding().value()).isEqualTo("origin of https://i.example/issuers/1");
        VerificationScope prefix = scope("{'startsWith':'https://a.example/a/'}");
        assertThat(prefix.isDefault()).isFalse();
        assertThat(prefix.finding().value()).isEqualTo("startsWith [https://a.example/a/] allowedOrigins []");
        assertThat(scope("{'allowedOrigins':'a.example'}").isDefault()).isFalse();
    }
}
