package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text is read as, by its first characters and its members. */
class CredentialReaderTest {
    private static final String TOKEN =
            Samples.named("valid-jwt-es256.jwt").text().strip();
    private static final String SUBJECT = "{\"credentialSubject\":{}}";

    private static ReadResult submitted(String text) {
        return CredentialReader.readSubmitted(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadResult referred(String text) {
        return CredentialReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String told(ReadResult reading) {
        return reading.kind() + " " + reading.reason().code();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'credentialSubject':{}} | OB3_JSON format.read",
                "{'type':'XCredential'} | OB3_JSON format.read",
                "{'@context':'https://www.w3.org/ns/credentials/v2'} | OB3_JSON format.read",
                "{'@context':['https://www.w3.org/2018/credentials/v1']} | OB3_JSON format.read",
                "{'@context':'https://www.w3.org/ns/did/v1'} | UNKNOWN format.not-a-credential",
                "{'type':'VerifiablePresentation','credentialSubject':{}} | PRESENTATION format.presentation-empty",
                "{'type':'EnvelopedVerifiableCredential','id':'x'} | ENVELOPED format.envelope-malformed",
                "{'type':'EnvelopedVerifiablePresentation','id':'x'} | ENVELOPED format.envelope-malformed",
                "{'type':'Assertion','@context':'https://w3id.org/openbadges/v2'} | OB2_JSON format.read",
                "{'badge':'b','recipient':{}} | OB1_JSON format.read",
                "{} | UNKNOWN format.not-a-credential",
                "{'jwt':'x'} | UNKNOWN format.not-a-credential",
                "[1] | UNKNOWN format.not-a-credential",
                "1 | UNKNOWN format.not-an-object",
                "data:x | ENVELOPED format.envelope-malformed",
                "ey.x | UNKNOWN format.not-a-jws",
                "eyx | UNKNOWN format.not-json",
                "x.y | UNKNOWN format.not-json",
                "'' | UNKNOWN format.not-a-credential",
            })
    void eachFormHasItsKindOrItsReason(String text, String answer) {
        assertThat(told(submitted(text.replace('\'', '"')))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'credentialSubject':{}} | OB3_JWT format.read",
                "{'vc':{'type':'XCredential'}} | OB3_JWT format.read",
                "{'vp':{}} | PRESENTATION format.presentation-empty",
                "{'type':'VerifiablePresentation'} | PRESENTATION format.presentation-empty",
                "{'type':'Assertion','@context':'https://w3id.org/openbadges/v2'} | OB2_JWS format.read",
                "{'badge':'b','recipient':{}} | OB1_JWS format.read",
                "{'verify':{'url':'https://a.example/1'}} | UNKNOWN format.not-a-credential",
                "{'iss':'x'} | UNKNOWN format.not-a-credential",
                "{'iss':'x','iss':'y'} | OB3_JWT format.duplicate-key",
            })
    void eachTokenHasItsKindOrItsReason(String claims, String answer) {
        assertThat(told(submitted(token(claims.replace('\'', '"'))))).isEqualTo(answer);
    }

    private static String token(String claims) {
        return encoded("{\"alg\":\"ES256\"}") + "." + encoded(claims) + ".AAAA";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTokenInPartsIsJoinedInASubmissionOnly() {
        String broken = "\"" + TOKEN.substring(0, 40) + "\n" + TOKEN.substring(40) + "\"";
        ReadResult reading = submitted(broken);
        assertThat(reading.kind()).isEqualTo(InputKind.OB3_JWT);
        assertThat(reading.findings())
                .contains(new Finding("format.token", TOKEN.length() + " characters without blanks and quotes", ""));
        assertThat(submitted(TOKEN).findings()).extracting(Finding::key).doesNotContain("format.token");
        assertThat(referred(broken).credential()).isEmpty();
    }

    @Test
    void aSelectiveTokenIsNotExamined() {
        assertThat(told(submitted(TOKEN + "~x~"))).isEqualTo("SD_JWT format.sd-jwt-not-examined");
        assertThat(told(submitted("x~y"))).isEqualTo("UNKNOWN format.not-json");
    }

    /** Of a container the length and the digest are those of the whole. */
    @Test
    void theFindingsTellLengthAndDigest() {
        for (String text : new String[] {SUBJECT, "[" + SUBJECT + "]"}) {
            assertThat(submitted(text).findings())
                    .contains(new Finding("format.length", Integer.toString(text.length()), ""));
            assertThat(submitted(text).findings()).extracting(Finding::key).contains("format.sha256");
        }
    }

    @Test
    void aDocumentIsNoLongerThanTheLimitWhateverItIs() {
        String blanks = " ".repeat(JsonReader.MAX_BYTES - SUBJECT.length());
        assertThat(told(submitted(blanks + SUBJECT))).isEqualTo("OB3_JSON format.read");
        assertThat(told(submitted(blanks + SUBJECT + " "))).isEqualTo("UNKNOWN format.too-large");
        assertThat(told(submitted(""))).isEqualTo("UNKNOWN format.empty");
    }

    @Test
    void aWrapperIsOpenedInASubmissionOnly() {
        String wrapper = "{\"credential\":" + SUBJECT + "}";
        assertThat(submitted(wrapper).credential()).isPresent();
        assertThat(told(referred(wrapper))).isEqualTo("UNKNOWN format.not-a-credential");
        String assertion = "{\"type\":\"Assertion\",\"credential\":" + SUBJECT + "}";
        assertThat(submitted(assertion).kind()).isEqualTo(InputKind.OB2_JSON);
    }
}
