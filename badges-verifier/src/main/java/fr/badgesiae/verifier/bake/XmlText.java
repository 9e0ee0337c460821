package fr.badgesiae.verifier.bake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Decodes an XML file by its byte order mark or XML declaration (XML 1.0, appendix F). */
public final class XmlText {
    private static final int DECLARATION = 200;

    /** Further encodings of drawing programs; the longer name is tested first. */
    private static final List<String> WESTERN = List.of("iso-8859-15", "iso-8859-1", "windows-1252", "us-ascii");

    private XmlText() {}

    /**
     * The text without byte order mark and surrounding white space. Undecodable bytes are replaced; no badge would survive
     * them.
     */
    public static String decode(byte[] bytes, int max) {
        String text = new String(bytes, 0, Math.min(bytes.length, max), charset(bytes));
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
    }

    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return charset(bytes).equals(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Charset charset(byte[] bytes) {
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int end = start.indexOf("?>");
        String declaration = start.startsWith("<?xml") && end > 0 ? start.substring(0, end) : "";
        return WESTERN.stream()
                .filter(declaration::contains)
                .findFirst()
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }
}
