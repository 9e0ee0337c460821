package fr.badgesiae.schemas;

import java.nio.charset.StandardCharsets;

/** A document of the catalogue, read once and immutable. */
public final class Document {
    /** The use of a document. */
    public enum Kind {
        CONTEXT,
        SCHEMA
    }

    private final String url;
    private final Kind kind;
    private final byte[] bytes;

    Document(String url, Kind kind, byte[] bytes) {
        this.url = url;
        this.kind = kind;
        this.bytes = bytes;
    }

    /** The document's main URL, which may differ from the requested alias. */
    public String url() {
        return url;
    }

    public Kind kind() {
        return kind;
    }

    /** A copy of the JSON text, in UTF-8. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The JSON text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return kind + " " + url;
    }
}
