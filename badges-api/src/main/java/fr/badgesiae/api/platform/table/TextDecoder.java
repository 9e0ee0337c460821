package fr.badgesiae.api.platform.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a text of unknown encoding: by its byte order mark, else as UTF-8, else as Windows-1252, which is what spreadsheets
 * save in France. A text in Windows-1252 with accents is practically never well-formed UTF-8.
 */
final class TextDecoder {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TextDecoder() {}

    static String text(byte[] bytes) throws TableRefusedException {
        String text;
        if (marked(bytes, 0xEF, 0xBB, 0xBF)) {
            text = decode(bytes, 3, StandardCharsets.UTF_8);
        } else if (marked(bytes, 0xFF, 0xFE)) {
            text = decode(bytes, 2, StandardCharsets.UTF_16LE);
        } else if (marked(bytes, 0xFE, 0xFF)) {
            text = decode(bytes, 2, StandardCharsets.UTF_16BE);
        } else {
            text = unmarked(bytes);
        }
        if (text.chars().anyMatch(TextDecoder::isBinary)) {
            throw TableRefusedException.whole(TableRefusal.NOT_A_TABLE);
        }
        return text;
    }

    private static String unmarked(byte[] bytes) throws TableRefusedException {
        try {
            return strictly(bytes, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return decode(bytes, 0, WINDOWS_1252);
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset) throws TableRefusedException {
        try {
            return strictly(bytes, from, charset);
        } catch (CharacterCodingException e) {
            throw TableRefusedException.whole(TableRefusal.NOT_A_TABLE);
        }
    }

    private static String strictly(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static boolean isBinary(int c) {
        return c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f';
    }

    private static boolean marked(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
