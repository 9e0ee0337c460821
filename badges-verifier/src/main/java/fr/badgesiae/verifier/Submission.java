package fr.badgesiae.verifier;

import java.net.URI;

/** What somebody brought: bytes, text or an address. */
public sealed interface Submission {
    /**
     * @param bytes the document as received
     * @param mediaType the sender's word for what it is, or null; a hint only
     * @param source a name for the report (a file name, a path), or null; never personal data
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser; never compared
    record Bytes(byte[] bytes, String mediaType, String source) implements Submission {}

    record Text(String text, String source) implements Submission {}

    record Address(URI uri) implements Submission {}

    static Submission of(byte[] bytes) {
        return new Bytes(bytes, null, null);
    }

    static Submission of(String text) {
        return new Text(text, null);
    }
}
