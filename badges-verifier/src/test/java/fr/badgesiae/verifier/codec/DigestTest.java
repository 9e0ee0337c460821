package fr.badgesiae.verifier.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    private static final byte[] DOCUMENT = "Trois semaines".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SHA256 = HashAlgorithm.SHA_256.hash("Trois semaines");
    private static final String HEX = HexFormat.of().formatHex(SHA256);

    @Test
    void theSameMultihashIsReadInEachOfItsAlphabets() {
        byte[] multihash = multihash(0x12, SHA256);
        String url = Base64.getUrlEncoder().withoutPadding().encodeToString(multihash);
        assertThat(matches("u" + url)).contains(true);
        assertThat(matches("m" + Base64.getEncoder().withoutPadding().encodeToString(multihash)))
                .contains(true);
        assertThat(matches("f1220" + HEX)).contains(true);
        assertThat(matches("F1220" + HEX.toUpperCase(Locale.ROOT))).contains(true);
        assertThat(matches("f1220" + "0".repeat(64))).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "f", "f12", "fxyz", "b1220", "u***", "f1221HEX", "f1120HEX", "f1220HEX00"})
    void whatIsNoMultihashIsUnknown(String text) {
        assertThat(matches(text.replace("HEX", HEX))).isEmpty();
    }

    @Test
    void ofSeveralHashesTheStrongestKindAloneCounts() {
        String right = "sha256-" + Base64.getEncoder().encodeToString(SHA256);
        String wrong = "sha256-" + Base64.getEncoder().encodeToString(new byte[32]);
        String stronger = "sha512-" + Base64.getEncoder().encodeToString(new byte[64]);
        assertThat(sri(right)).contains(true);
        assertThat(sri(wrong + " " + right + "?ct=text/plain")).contains(true);
        assertThat(sri(right + " " + stronger)).contains(false);
        assertThat(sri("sha1-AAAA")).isEmpty();
    }

    @Test
    void aDigestIsNoLongerThanAnybodys() {
        String right = "sha256-" + Base64.getEncoder().encodeToString(SHA256);
        assertThat(sri(right + " ".repeat(4096 - right.length()))).contains(true);
        assertThat(sri(right + " ".repeat(4097 - right.length()))).isEmpty();
    }

    @Test
    void itIsToldInHexadecimal() {
        Digest digest = Digest.of(JsonNodeFactory.instance.objectNode().put("digestMultibase", "f1220" + HEX))
                .orElseThrow();
        assertThat(digest.algorithm() + " " + digest.hex(DOCUMENT)).isEqualTo("SHA-256 " + HEX);
    }

    private static byte[] multihash(int code, byte[] hash) {
        byte[] multihash = Arrays.copyOf(new byte[] {(byte) code, (byte) hash.length}, hash.length + 2);
        System.arraycopy(hash, 0, multihash, 2, hash.length);
        return multihash;
    }

    private static Optional<Boolean> matches(String multibase) {
        return Digest.of(JsonNodeFactory.instance.objectNode().put("digestMultibase", multibase))
                .map(digest -> digest.matches(DOCUMENT));
    }

    private static Optional<Boolean> sri(String text) {
        return Digest.of(JsonNodeFactory.instance.objectNode().put("digestSRI", text))
                .map(digest -> digest.matches(DOCUMENT));
    }
}
