package fr.badgesiae.verifier;

import java.net.URI;

/** What came of a fetch. */
public sealed interface FetchResult {
    /**
     * A document.
     *
     * @param finalUri where it came from after redirects
     * @param contentType the media type as sent, or an empty string
     * @param body the decoded bytes
     * @param local true for bundled, hosted and cached documents, which count against no budget
     * @param stale true for a copy past its lifetime, used because the source is down
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser; records of this type are never compared
    record Fetched(URI finalUri, String contentType, byte[] body, boolean local, boolean stale)
            implements FetchResult {}

    /**
     * No document.
     *
     * @param failure the kind, closed
     * @param detail for a log or a finding; no personal data
     */
    record Failed(Failure failure, String detail) implements FetchResult {}

    /** Why there is no document. */
    enum Failure {
        OFFLINE,
        REFUSED_ADDRESS,
        UNREACHABLE,
        NOT_FOUND,
        GONE,
        BAD_STATUS,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        REDIRECT_LEAVES_ORIGIN,
        TOO_MANY_FETCHES,
        DEADLINE
    }
}
