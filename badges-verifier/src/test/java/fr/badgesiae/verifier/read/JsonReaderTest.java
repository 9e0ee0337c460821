package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of JSON, each met exactly and passed by one, and the texts that no canonical form can represent. */
class JsonReaderTest {
    private static String answer(String text) {
        return answer(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(byte[] bytes) {
        try {
            return JsonReader.object(bytes).isObject() ? "read" : "no object";
        } catch (UnreadableException e) {
            return (e.isLimit() ? "limit " : "broken ") + e.reason().code();
        }
    }

    private static String padded(int length) {
        return "{}" + " ".repeat(length - 2);
    }

    private static String deep(int levels) {
        return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }

    @Test
    void eachLimitIsExact() {
        assertThat(answer(padded(JsonReader.MAX_BYTES))).isEqualTo("read");
        assertThat(answer(padded(JsonReader.MAX_BYTES + 1))).isEqualTo("limit format.too-large");
        assertThat(answer(deep(JsonReader.MAX_DEPTH))).isEqualTo("read");
        assertThat(answer(deep(JsonReader.MAX_DEPTH + 1))).isEqualTo("limit format.too-deep");
        String one = "0." + "1".repeat(JsonReader.MAX_NUMBER);
        assertThat(answer("{\"a\":" + one + "}")).isEqualTo("read");
        assertThat(answer("{\"a\":" + one + "1}")).isEqualTo("limit format.number-too-long");
    }

    @Test
    void theFastPathHasTheSameLimit() {
        byte[] bytes = padded(JsonReader.MAX_BYTES).getBytes(StandardCharsets.UTF_8);
        assertThat(JsonReader.plain(bytes)).isPresent();
        assertThat(JsonReader.plain(padded(JsonReader.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(JsonReader.plain(new byte[] {'[', ']'})).isEmpty();
        assertThat(JsonReader.plain("{\"a\":1e999}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /** Each text has an escape, so that the slow path reads it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\ud83d\\ude00\"}",
                "{\"\\ud83d\\ude00\":1}",
                "{\"a\":[\"b\\u00e9\\ud83d\\ude00\\ud83d\\ude00\"]}"
            })
    void aPairOfSurrogatesIsACharacter(String text) {
        assertThat(answer(text)).isEqualTo("read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ude00\\ud83d\"}",
                "{\"a\":\"\\ud83dx\"}",
                "{\"a\":[\"x\\ud83d\"]}",
                "{\"a\":{\"b\":\"\\ud83d\\ude00\\ude00\"}}"
            })
    void aLoneSurrogateIsNoCharacter(String text) {
        assertThat(answer(text)).isEqualTo("broken format.not-unicode");
    }

    @Test
    void aKeyWithALoneSurrogateIsRefusedByTheParser() {
        assertThat(answer("{\"\\ud83d\":1}")).isEqualTo("broken format.not-json");
    }

    @Test
    void aNumberIsInTheRangeOfADoubleWhereverItStands() {
        assertThat(answer("{\"a\":1e308}")).isEqualTo("read");
        for (String text : new String[] {"{\"a\":1e309}", "{\"a\":[-1e309]}", "{\"é\":{\"b\":1e309}}"}) {
            assertThat(answer(text)).as(text).isEqualTo("broken format.number-out-of-range");
        }
    }

    @Test
    void aTextIsUtf8WithOrWithoutMark() throws UnreadableException {
        assertThat(JsonReader.text("\uFEFFé".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
        assertThat(answer(new byte[] {(byte) 0xff, '{', '}'})).isEqualTo("broken format.not-utf8");
        assertThat(answer("\uFEFF{\"a\":1}")).isEqualTo("read");
        assertThat(answer("{\"a\":\"\uFFFD\"}")).isEqualTo("read");
        assertThat(answer(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}))
                .isEqualTo("broken format.not-utf8");
    }

    @Test
    void whatIsNoObjectSaysWhy() {
        assertThat(answer(" \n")).isEqualTo("broken format.empty");
        assertThat(answer("[]")).isEqualTo("broken format.not-an-object");
        assertThat(answer("{\"a\":1,\"a\":2}")).isEqualTo("broken format.duplicate-key");
        assertThat(answer("{\"a\":1}x")).isEqualTo("broken format.not-json");
        assertThat(answer("{\"a\":1} {}")).isEqualTo("broken format.not-json");
        assertThatThrownBy(() -> JsonReader.object("{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableException.class);
    }
}
