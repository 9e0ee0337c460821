package fr.badgesiae.verifier;

import java.net.URI;

/** The result of a fetch. */
public sealed interface FetchResult {
    /**
     * A document.
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
     * @param failure the kind, from a closed list
     * @param detail for a log or a finding; no personal data
     * @param goneBody the body of a 410 response, such as the reason of a revocation; empty otherwise
     */
    @SuppressWarnings("ArrayRecordComponent") // passed to a parser, never compared
    record Failed(Failure failure, String detail, byte[] goneBody) implements FetchResult {
        /** The largest body of a 410 response, in bytes. */
        public static final int MAX_GONE_BODY = 64 << 10;

        public Failed(Failure failure, String detail) {
            this(failure, detail, new byte[0]);
        }
    }

    /** The kinds of failure. */
    enum Failure {
        OFFLINE,
        REFUSED_ADDRESS,
        UNREACHABLE,
        /** No such host: its name does not resolve. */
        HOST_UNKNOWN,
        CONNECTION_REFUSED,
        /** No TLS connection: the certificate is expired, of another name or of nobody trusted, or TLS is not spoken. */
        NOT_SECURE,
        NOT_FOUND,
        GONE,
        /** An error of the server that may pass. */
        BAD_STATUS,
        /** An answer without the document that will be the same for the same request, such as 400 or 451. */
        REFUSED_BY_SERVER,
        /** 401 or 403: the document is behind a log-in. */
        ACCESS_DENIED,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        REDIRECT_LEAVES_ORIGIN,
        TOO_MANY_FETCHES,
        DEADLINE
    }
}
