package fr.badgesiae.verifier.bake;

import org.jspecify.annotations.Nullable;

/**
 * One badge text of an image.
 *
 * @param state whether a badge was found
 * @param slot its location, or null
 * @param content the badge as baked (JSON, a compact JWS, or the URL of an assertion), UTF-8; empty when there is none
 * @param place for a report: the chunk or element, and its offset
 * @param damaged whether the image is truncated, or has a wrong tag, or the text a wrong checksum
 */
@SuppressWarnings("ArrayRecordComponent") // passed to a parser, never compared
public record Unbaked(State state, @Nullable BakeLocation slot, byte[] content, String place, boolean damaged) {
    /** Whether the text could be taken out. */
    public enum State {
        FOUND,
        NOTHING,
        /** Found but truncated or wrongly compressed. */
        BROKEN,
        /** Found with more than {@link Unbaker#MAX_CONTENT} bytes. */
        TOO_LARGE,
        /** The SVG is nested more than {@link Unbaker#MAX_DEPTH} levels deep. */
        TOO_DEEP,
        /** Neither PNG nor SVG. */
        NOT_AN_IMAGE
    }

    static Unbaked none(State state, boolean damaged) {
        return new Unbaked(state, null, new byte[0], "", damaged);
    }
}
