package fr.badgesiae.verifier;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A submitted document: bytes, text or a URL. */
public sealed interface Submission {
    /**
     * @param bytes the document as received
     * @param mediaType the declared media type, or null; a hint only
     * @param source a name for the report (a file name, a path), or null; never personal data
     */
    @SuppressWarnings("ArrayRecordComponent") // passed to a parser, never compared
    record Bytes(
            byte[] bytes,
            @Nullable String mediaType,
            @Nullable String source) implements Submission {}

    record Text(String text, @Nullable String source) implements Submission {}

    record Address(URI uri) implements Submission {}

    static Submission of(byte[] bytes) {
        return new Bytes(bytes, null, null);
    }

    static Submission of(String text) {
        return new Text(text, null);
    }
}
