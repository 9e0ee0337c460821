package fr.badgesiae.verifier;

import java.net.URI;

/** The result of a fetch. */
public sealed interface FetchResult {
    /**
     * A document.
     *
     *
     * @param finalUri the URL after redirects
     * @param contentType the media type as sent, or an empty string
     * @param body the decoded bytes
     * @param local true for bundled, hosted and cached documents, which count against no budget
     * @param stale true for a copy past its lifetime, used because the server is unreachable
     */
    @SuppressWarnings("ArrayRecordComponent") // passed to a parser, never compared
    record Fetched(URI finalUri, String contentType, byte[] body, boolean local, boolean stale)
            implements FetchResult {}

    /**
     * No document.
     *
     *
     * @param failure the kind, from a closed list
     * @param detail for a log or a finding; no personal data
     * @param farewell the body of a 410 response, such as the reason of a revocation; empty otherwise
     */
    @SuppressWarnings("ArrayRecordComponent") // passed to a parser, never compared
    record Failed(Failure failure, String detail, byte[] farewell) implements FetchResult {
        /** The largest farewell kept, in bytes. */
        public static final int MAX_FAREWELL = 64 << 10;

        public Failed(Failure failure, String detail) {
            this(failure, detail, new byte[0]);
        }
    }

    /** The kinds of failure. */
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
