package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for a compact JWS that stand before the JOSE library, whose own reader is laxer. */
class TokenReaderTest {
    private static final int MAX = 10_000;
    /** Of 22 bytes: four bits of the last character are beyond the last byte. */
    private static final String HEADER = encoded("{\"alg\":\"ES256\",\"a\":12}");

    private static final String CLAIMS = encoded("{\"iss\":\"did:key:z6Mk\"}");

    @Test
    void aTokenIsTakenApart() throws UnreadableException {
        CompactJws token = TokenReader.read(bytes(HEADER + "." + CLAIMS + ".AAAA\n"), MAX);
        assertThat(token.header().path("alg").textValue()).isEqualTo("ES256");
        assertThat(token.payload().path("iss").textValue()).isEqualTo("did:key:z6Mk");
        assertThat(token.signingInput()).isEqualTo(bytes(HEADER + "." + CLAIMS));
        assertThat(token.signature().decode()).containsExactly(0, 0, 0);
    }

    @Test
    void eachPartHasOneSpelling() {
        assertThat(HEADER).hasSize(30).endsWith("Q");
        String strayBits = HEADER.substring(0, HEADER.length() - 1) + "R";
        assertThat(reason(strayBits + "." + CLAIMS + ".AAAA")).isEqualTo("format.not-a-jws");
        assertThat(reason(HEADER + "==." + CLAIMS + ".AAAA")).isEqualTo("format.not-a-jws");
        assertThat(reason("*" + HEADER + "." + CLAIMS + ".AAAA")).isEqualTo("format.not-a-jws");
        assertThat(reason(HEADER + "." + CLAIMS + "\n.AAAA")).isEqualTo("format.not-a-jws");
        assertThat(reason(HEADER + "." + CLAIMS + ".AA==")).isEqualTo("format.not-a-jws");
        assertThat(reason(HEADER + "." + CLAIMS + ".AB")).isEqualTo("format.not-a-jws");
        assertThat(reason(HEADER + "." + CLAIMS + ".A")).isEqualTo("format.not-a-jws");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "%s", "%1$s.%1$s", "%1$s.%1$s.AA.AA", "%1$s.%1$s.AA.AA.AA"})
    void thereAreThreeParts(String text) {
        assertThat(reason(text.formatted(HEADER))).isEqualTo("format.not-a-jws");
    }

    @Test
    void whatIsNoTokenIsNone() {
        String token = HEADER + "." + CLAIMS + ".AAAA";
        assertThat(TokenReader.read(bytes(" " + token + "\n")).orElseThrow().compact())
                .isEqualTo(token);
        assertThat(TokenReader.read(bytes("{}"))).isEmpty();
        assertThat(TokenReader.read(bytes(encoded(" {}") + "." + CLAIMS + ".AAAA")))
                .as("a token starts like an object")
                .isEmpty();
        assertThat(TokenReader.read(bytes(encoded("[]") + "." + CLAIMS + ".AAAA")))
                .isEmpty();
    }

    @Test
    void anEmptyPartIsEmptyJson() {
        assertThat(reason("." + CLAIMS + ".AAAA")).isEqualTo("format.empty");
        assertThat(reason(HEADER + "..AAAA")).isEqualTo("format.empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'alg':'ES256','alg':'none'};format.duplicate-key",
                "['alg','ES256'];format.not-an-object",
                "'ES256';format.not-an-object",
                "{'alg':'ES256'}{};format.not-json",
                "{'alg':};format.not-json"
            })
    void headerAndClaimsAreJsonObjects(String json, String code) {
        String part = encoded(json.replace('\'', '"'));
        assertThat(reason(part + "." + CLAIMS + ".AAAA")).isEqualTo(code);
        assertThat(reason(HEADER + "." + part + ".AAAA")).isEqualTo(code);
    }

    @Test
    void aTokenIsNoLongerThanAsked() {
        String token = HEADER + "." + CLAIMS + ".AAAA";
        UnreadableException refusal = catchThrowableOfType(
                UnreadableException.class, () -> TokenReader.read(bytes(token), token.length() - 1));
        assertThat(refusal.reason().code()).isEqualTo("format.too-large");
    }

    private static String reason(String token) {
        return catchThrowableOfType(UnreadableException.class, () -> TokenReader.read(bytes(token), MAX))
                .reason()
                .code();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
