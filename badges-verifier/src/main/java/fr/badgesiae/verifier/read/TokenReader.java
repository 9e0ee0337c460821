package fr.badgesiae.verifier.read;

import java.util.Optional;

/** Splits a compact JWS other than a credential, such as a status list token. Nothing is verified. */
public final class TokenReader {
    private TokenReader() {}

    /** The token in the bytes, or empty. */
    public static Optional<CompactJws> read(byte[] bytes) {
        try {
            String text = JsonReader.text(bytes).strip();
            return JwsReader.looksLike(text) ? Optional.of(JwsReader.read(text)) : Optional.empty();
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    /** The token in the bytes, of at most so many; its header and payload within the limits of {@link JsonReader}. */
    public static CompactJws read(byte[] bytes, int maxBytes) throws UnreadableException {
        return JwsReader.read(JsonReader.text(bytes).strip(), maxBytes);
    }
}
