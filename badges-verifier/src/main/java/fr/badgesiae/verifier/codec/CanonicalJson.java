package fr.badgesiae.verifier.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The JSON Canonicalization Scheme (RFC 8785). */
public final class CanonicalJson {
    /** Bounds the conversions of numbers with a fraction or exponent, which cost arithmetic each. */
    private static final int MAX_FRACTIONS = 10_000;

    private final StringBuilder text = new StringBuilder(2048);
    private int fractions;

    private CanonicalJson() {}

    /**
     * @param value read without duplicate names, lone surrogates or numbers out of a double's range
     * @return empty when the bound on work is reached
     */
    public static Optional<String> of(JsonNode value) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(value);
        return writer.fractions > MAX_FRACTIONS ? Optional.empty() : Optional.of(writer.text.toString());
    }

    private void write(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> string(value.textValue());
            case NUMBER -> number(value);
            case BOOLEAN -> text.append(value.booleanValue());
            default -> text.append("null");
        }
    }

    /** Names sorted by UTF-16 code units (RFC 8785 3.2.3), the order of Java strings. */
    private void object(JsonNode object) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        text.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            text.append(separator);
            string(member.getKey());
            text.append(':');
            write(member.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private void array(JsonNode array) {
        text.append('[');
        String separator = "";
        for (JsonNode item : array) {
            text.append(separator);
            write(item);
            separator = ",";
        }
        text.append(']');
    }

    private void number(JsonNode number) {
        if (number.isInt()) {
            text.append(number.intValue());
        } else if (++fractions <= MAX_FRACTIONS) {
            text.append(EcmaScriptNumber.toString(number.doubleValue()));
        }
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            character(string.charAt(i));
        }
        text.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            default -> {
                if (c < 0x20) {
                    text.append(String.format("\\u%04x", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
