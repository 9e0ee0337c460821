package fr.badgesiae.verifier;

import java.net.URI;
import java.util.Optional;
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

    /**
     * A URL as people write it: surrounding white space is removed, and a raw space in it is read as {@code %20}. Nothing else
     * is repaired.
     *
     * @return empty for anything but an absolute URI
     */
    static Optional<Address> address(String text) {
        try {
            URI uri = URI.create(text.strip().replace(" ", "%20"));
            String authority = uri.getRawAuthority();
            boolean words = authority != null && authority.contains("%20");
            return uri.isAbsolute() && !words ? Optional.of(new Address(uri)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Submission of(byte[] bytes) {
        return new Bytes(bytes, null, null);
    }

    static Submission of(String text) {
        return new Text(text, null);
    }
}
