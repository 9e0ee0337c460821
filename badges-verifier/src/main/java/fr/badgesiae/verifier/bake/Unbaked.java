package fr.badgesiae.verifier.bake;

/**
 * What came of looking for a badge in an image.
 *
 * @param state whether there is one
 * @param slot where it was, or null when there is none
 * @param content the badge as it was put in (JSON, a compact JWS, or the address of an assertion), UTF-8; empty when there
 *     is none
 * @param place for a report: the chunk or the element, and where in the file
 * @param damaged whether the image breaks off, or a checksum or a tag of it is wrong
 * @param further how many more badges were passed over: the first one wins
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser; never compared
public record Unbaked(State state, BakeLocation slot, byte[] content, String place, boolean damaged, int further) {
    /** Whether there is a badge. */
    public enum State {
        FOUND,
        NOTHING,
        /** There is one, and it cannot be taken out: cut off, or packed wrongly. */
        BROKEN,
        /** There is one of more than {@link Unbaker#MAX_CONTENT} bytes. */
        TOO_LARGE,
        /** The SVG is nested more than {@link Unbaker#MAX_DEPTH} levels deep. */
        TOO_DEEP,
        /** Neither PNG nor SVG. */
        NOT_AN_IMAGE
    }

    static Unbaked none(State state, boolean damaged) {
        return new Unbaked(state, null, new byte[0], "", damaged, 0);
    }
}
