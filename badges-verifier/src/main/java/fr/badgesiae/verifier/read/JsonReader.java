package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.ReasonCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads one JSON object under the limits: UTF-8, at most {@value #MAX_BYTES} bytes, {@value #MAX_DEPTH} levels, numbers of at
 * most {@value #MAX_NUMBER} characters that a double can hold, no key twice, no half of a surrogate pair (RFC 8259, RFC 7493).
 */
public final class JsonReader {
    public static final int MAX_BYTES = 2 << 20;
    public static final int MAX_DEPTH = 64;
    public static final int MAX_NUMBER = 1000;

    private static final ObjectReader OBJECTS = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .maxNameLength(MAX_BYTES)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private JsonReader() {}

    /** The object in these bytes. */
    public static ObjectNode object(byte[] bytes) throws UnreadableException {
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableException(ReasonCode.FORMAT_TOO_LARGE.with(Integer.toString(MAX_BYTES)), true);
        }
        return object(text(bytes));
    }

    /** The object in this text. */
    static ObjectNode object(String text) throws UnreadableException {
        if (text.isBlank()) {
            throw broken(ReasonCode.FORMAT_EMPTY);
        }
        JsonNode node = parse(text);
        if (!(node instanceof ObjectNode object)) {
            throw broken(ReasonCode.FORMAT_NOT_AN_OBJECT);
        }
        check(object);
        return object;
    }

    /** UTF-8 decoded without replacement; a byte order mark is put aside. */
    static String text(byte[] bytes) throws UnreadableException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw broken(ReasonCode.FORMAT_NOT_UTF8);
        }
    }

    private static JsonNode parse(String text) throws UnreadableException {
        try {
            return OBJECTS.readValue(text);
        } catch (StreamConstraintsException e) {
            boolean depth = String.valueOf(e.getOriginalMessage()).contains("nesting depth");
            throw new UnreadableException(
                    depth
                            ? ReasonCode.FORMAT_TOO_DEEP.with(Integer.toString(MAX_DEPTH))
                            : ReasonCode.FORMAT_NUMBER_TOO_LONG.with(Integer.toString(MAX_NUMBER)),
                    true);
        } catch (JsonProcessingException e) {
            boolean duplicate = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
            throw broken(duplicate ? ReasonCode.FORMAT_DUPLICATE_KEY : ReasonCode.FORMAT_NOT_JSON);
        }
    }

    /** What the parser lets through and no canonical form can hold. */
    private static void check(JsonNode node) throws UnreadableException {
        if (node.isTextual()) {
            checkUnicode(node.textValue());
        } else if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
            throw broken(ReasonCode.FORMAT_NUMBER_OUT_OF_RANGE);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            checkUnicode(member.getKey());
        }
        for (JsonNode child : node) {
            check(child);
        }
    }

    private static void checkUnicode(String text) throws UnreadableException {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                boolean pair =
                        at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
                if (!pair) {
                    throw broken(ReasonCode.FORMAT_NOT_UNICODE);
                }
                at++;
            }
        }
    }

    private static UnreadableException broken(ReasonCode code) {
        return new UnreadableException(code.with(), false);
    }
}
