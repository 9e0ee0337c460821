package fr.badgesiae.api.credential.sign;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Writes the braces inside texts as {@code \\u007b} and {@code \\u007d}. Wallets cut a baked badge out of its picture by counting
 * braces; the signed bytes are the same in every file, so they are written so once.
 */
final class EscapedBraces extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final SerializableString OPENING = new SerializedString("\\u007b");
    private static final SerializableString CLOSING = new SerializedString("\\u007d");

    private final int[] escapes = standardAsciiEscapesForJSON();

    EscapedBraces() {
        escapes['{'] = ESCAPE_CUSTOM;
        escapes['}'] = ESCAPE_CUSTOM;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return escapes.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return character == '{' ? OPENING : character == '}' ? CLOSING : null;
    }
}
