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
import fr.badgesiae.verifier.codec.Utf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON object in UTF-8 (RFC 8259, RFC 7493). Limits: {@value #MAX_BYTES} bytes, {@value #MAX_DEPTH} levels,
 * numbers of {@value #MAX_NUMBER} characters in the range of a double. Refuses duplicate keys and lone surrogates.
 */
public final class JsonReader {
    public static final int MAX_BYTES = 2 << 20;
    public static final int MAX_DEPTH = 64;
    public static final int MAX_NUMBER = 1000;

    /** Reports the first error of a broken text. */
    private static final ObjectReader STRICT = reader(true);

    /** Accepts the same texts at less cost; detects a duplicate key only after its second value. */
    private static final ObjectReader OBJECTS = reader(false).with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private JsonReader() {}

    private static ObjectReader reader(boolean duplicates) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxNumberLength(MAX_NUMBER)
                                .maxNameLength(MAX_BYTES)
                                .maxStringLength(MAX_BYTES)
                                .build())
                        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, duplicates)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readerFor(JsonNode.class);
    }

    /** The object in the bytes. */
    public static ObjectNode object(byte[] bytes) throws UnreadableException {
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableException(ReasonCode.FORMAT_TOO_LARGE.with(Integer.toString(MAX_BYTES)), true);
        }
        Optional<ObjectNode> plain = plain(bytes);
        return plain.isPresent() ? plain.get() : object(text(bytes));
    }

    /**
     * The fast path of {@link #object(String)}, without decoding to text. Empty when the bytes need the slow path; this says
     * nothing about their validity.
     */
    static Optional<ObjectNode> plain(byte[] bytes) {
        if (bytes.length > MAX_BYTES || !Utf8.isPlain(bytes)) {
            return Optional.empty();
        }
        try {
            JsonNode node = OBJECTS.readValue(bytes);
            if (!(node instanceof ObjectNode object)) {
                return Optional.empty();
            }
            check(object, false);
            return Optional.of(object);
        } catch (IOException | UnreadableException e) {
            return Optional.empty();
        }
    }

    /** The object in the text. */
    static ObjectNode object(String text) throws UnreadableException {
        if (text.isBlank()) {
            throw broken(ReasonCode.FORMAT_EMPTY);
        }
        if (!(parse(text) instanceof ObjectNode object)) {
            throw broken(ReasonCode.FORMAT_NOT_AN_OBJECT);
        }
        return checked(object, text);
    }

    /** Any value in the text, under the same rules. */
    static JsonNode value(String text) throws UnreadableException {
        return checked(parse(text), text);
    }

    private static <T extends JsonNode> T checked(T node, String text) throws UnreadableException {
        // After UTF-8 decoding a lone surrogate can only come from an escape.
        check(node, text.contains("\\u"));
        return node;
    }

    /** UTF-8 decoded without replacement; a byte order mark is dropped. */
    static String text(byte[] bytes) throws UnreadableException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            requireUtf8(bytes); // if it stands at the start
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void requireUtf8(byte[] bytes) throws UnreadableException {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw broken(ReasonCode.FORMAT_NOT_UTF8);
        }
    }

    private static JsonNode parse(String text) throws UnreadableException {
        try {
            return OBJECTS.readValue(text);
        } catch (JsonProcessingException e) {
            throw refusal(text);
        }
    }

    private static UnreadableException refusal(String text) {
        try {
            STRICT.readValue(text);
            return broken(ReasonCode.FORMAT_NOT_JSON);
        } catch (StreamConstraintsException e) {
            boolean depth = String.valueOf(e.getOriginalMessage()).contains("nesting depth");
            return new UnreadableException(
                    depth
                            ? ReasonCode.FORMAT_TOO_DEEP.with(Integer.toString(MAX_DEPTH))
                            : ReasonCode.FORMAT_NUMBER_TOO_LONG.with(Integer.toString(MAX_NUMBER)),
                    true);
        } catch (JsonProcessingException e) {
            boolean duplicate = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
            return broken(duplicate ? ReasonCode.FORMAT_DUPLICATE_KEY : ReasonCode.FORMAT_NOT_JSON);
        }
    }

    /** Rejects what the parser accepts and no canonical form can represent. */
    private static void check(JsonNode node, boolean escapes) throws UnreadableException {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (escapes) {
                    checkUnicode(member.getKey());
                }
                check(member.getValue(), escapes);
            }
        } else if (node.isArray()) {
            for (JsonNode child : node) {
                check(child, escapes);
            }
        } else if (escapes && node.isTextual()) {
            checkUnicode(node.textValue());
        } else if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
            throw broken(ReasonCode.FORMAT_NUMBER_OUT_OF_RANGE);
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
