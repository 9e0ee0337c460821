package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedHeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"alg\"]", "[\"exp\"]", "[\"b64\"]", "null", "true", "{}"})
    void everyCriticalHeaderIsRefused(String crit) {
        assertThat(reason("{\"alg\":\"ES256\",\"crit\":" + crit + "}")).isEqualTo("proof.critical-header-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'typ':'JWT'};proof.algorithm-refused",
                "{'alg':1};proof.algorithm-refused",
                "{'alg':['ES256']};proof.algorithm-refused",
                "{'alg':'none','crit':[]};proof.algorithm-refused",
                "{'alg':'HS256'};proof.algorithm-refused",
                "{'alg':'ES256','kid':1};proof.signature-malformed",
                "{'alg':'ES256','kid':null};proof.signature-malformed",
                "{'alg':'ES256','b64':true};proof.payload-not-encoded",
                "{'alg':'es256'};proof.algorithm-not-examined",
                "{'alg':'PS256'};proof.algorithm-not-examined",
                "{'alg':'A128KW','enc':'A128GCM'};proof.algorithm-not-examined"
            },
            quoteCharacter = '`')
    void eachRefusalHasItsReason(String header, String code) {
        assertThat(reason(header.replace('\'', '"'))).isEqualTo(code);
    }

    @Test
    void membersThatWouldChooseTheKeyAreNotRead() {
        ObjectNode header = ReferenceData.parse("""
                {"alg":"EdDSA","kid":"k","typ":"vc+jwt","jwk":{"kty":"EC","d":"AA"},"jku":"no address","x5u":7,"x5c":{},
                 "enc":"A128GCM"}""");
        ProtectedHeader read = ProtectedHeader.read(header, List.of("kid"));
        assertThat(read).isInstanceOfSatisfying(ProtectedHeader.Accepted.class, accepted -> {
            assertThat(accepted.header().getIncludedParams()).containsExactlyInAnyOrder("alg", "kid", "typ");
            assertThat(accepted.header().getKeyID()).isEqualTo("k");
        });
    }

    @Test
    void otherTypesOfUnusedTextsAreReadAsAbsent() {
        ObjectNode header = ReferenceData.parse("{\"alg\":\"ES256\",\"kid\":7}");
        assertThat(ProtectedHeader.read(header, List.of()))
                .isInstanceOfSatisfying(
                        ProtectedHeader.Accepted.class,
                        accepted -> assertThat(accepted.header().getKeyID()).isNull());
    }

    private static String reason(String header) {
        ProtectedHeader read = ProtectedHeader.read(ReferenceData.parse(header), List.of("kid"));
        return ((ProtectedHeader.Refused) read).reason().code();
    }
}
