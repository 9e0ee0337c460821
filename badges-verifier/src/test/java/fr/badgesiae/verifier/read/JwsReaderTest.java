package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwsReaderTest {
    private static final String VERSION_1 = "https://www.w3.org/2018/credentials/v1";

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** 28 characters, so that a whole number of four characters is left. */
    private static final String HEAD = part("{\"alg\":\"ES256\"}") + "." + part("{  }") + ".";

    private static String read(String signature) {
        try {
            return JwsReader.read(HEAD + signature).signature().decode().length + " bytes";
        } catch (UnreadableException e) {
            return e.reason().code();
        }
    }

    private static ObjectNode credential(String claims) {
        return JwsReader.credential(ReferenceData.parse(claims.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource({
        "ey.e.s, true",
        "ey.e., true",
        "eyA_-9.e30.s_-, true",
        "ey..s, false",
        "ey.e, false",
        "ey, false",
        "e.e.s, false",
        "ex.e.s, false",
        "ey+.e.s, false",
        "ey.e/.s, false",
        "ey.e.s=, false",
        "ey.e.s.t, false",
        "eyé.e.s, false",
        "ey\u007f.e.s, false",
        "ey\u0080.e.s, false",
    })
    void aTokenHasThreePartsInBase64Url(String text, boolean token) {
        assertThat(JwsReader.looksLike(text)).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"ey.e.s\", ey.e.s", "' ey.\te.s', ey.e.s", "\"\", ``", "\", ``", "``, ``"})
    void quotesAndBlanksAreNoPartOfAToken(String text, String token) {
        assertThat(JwsReader.joined(text)).isEqualTo(token);
    }

    /** The last of two characters carries 4 bits too many, the last of three carries 2. */
    @ParameterizedTest
    @CsvSource({
        "'', 0 bytes",
        "AAAA, 3 bytes",
        "AAA_, 3 bytes",
        "AQ, 1 bytes",
        "AB, format.not-a-jws",
        "AI, format.not-a-jws",
        "AAE, 2 bytes",
        "AAB, format.not-a-jws",
        "AAC, format.not-a-jws",
        "A, format.not-a-jws",
    })
    void aSignatureHasOneEncoding(String signature, String answer) {
        assertThat(read(signature)).isEqualTo(answer);
    }

    @Test
    void aTokenHasALimit() {
        int room = JsonReader.MAX_BYTES - HEAD.length();
        assertThat(read("A".repeat(room))).endsWith(" bytes");
        assertThat(read("A".repeat(room + 4))).isEqualTo("format.too-large");
    }

    @Test
    void registeredClaimsAreNoPartOfACredential() {
        assertThat(credential("{'iss':'i','exp':1,'cnf':{},'id':'u:1','credentialSubject':{}}")
                        .fieldNames())
                .toIterable()
                .containsExactly("id", "credentialSubject");
        assertThat(credential("{'id':'u:1','status':{'status_list':{'idx':1}}}").has("status"))
                .isFalse();
        assertThat(credential("{'id':'u:1','status':{'other':1}}").has("status"))
                .isTrue();
    }

    @Test
    void claimsCompleteACredentialOfVersion1() {
        String claims = "'jti':'u:1','iss':'u:2','sub':'u:3','nbf':0,'exp':60";
        ObjectNode bare = credential("{" + claims + ",'vc':{'@context':['" + VERSION_1 + "'],'credentialSubject':{}}}");
        assertThat(bare.path("id").textValue()).isEqualTo("u:1");
        assertThat(bare.path("issuer").textValue()).isEqualTo("u:2");
        assertThat(bare.path("issuanceDate").textValue()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(bare.path("expirationDate").textValue()).isEqualTo("1970-01-01T00:01:00Z");
        assertThat(bare.at("/credentialSubject/id").textValue()).isEqualTo("u:3");

        ObjectNode stated = credential("{" + claims + ",'vc':{'@context':['" + VERSION_1
                + "'],'id':'u:9','issuer':{'name':'A'},'issuanceDate':'x','credentialSubject':{'id':'u:8'}}}");
        assertThat(stated.path("id").textValue()).isEqualTo("u:9");
        assertThat(stated.at("/issuer/id").textValue()).isEqualTo("u:2");
        assertThat(stated.path("issuanceDate").textValue()).isEqualTo("x");
        assertThat(stated.at("/credentialSubject/id").textValue()).isEqualTo("u:8");
    }

    @Test
    void datesOfOtherVersionsStayInTheClaims() {
        ObjectNode other = credential("{'nbf':0,'vc':{'@context':['https://www.w3.org/ns/credentials/v2']}}");
        assertThat(other.has("issuanceDate")).isFalse();
        ObjectNode endless = credential("{'nbf':'0','exp':1e18,'vc':{'@context':['" + VERSION_1 + "']}}");
        assertThat(endless.has("issuanceDate")).isFalse();
        assertThat(endless.has("expirationDate")).isFalse();
    }

    @Test
    void aPayloadWithASubjectIsTheCredential() {
        ObjectNode payload = credential("{'vc':{'id':'u:1'},'credentialSubject':{}}");
        assertThat(payload.has("vc")).isTrue();
        assertThat(credential("{'vc':{'id':'u:1'}}").has("vc")).isFalse();
    }
}
