package fr.badgesiae.api.platform.problem;

import java.util.Arrays;
import java.util.Locale;

/** All kinds of problems: a closed list, part of the public API. */
public enum ProblemType {
    INVALID_INPUT(400, "Invalid input"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "Not allowed"),
    /** The form comes from a session that is over, or from elsewhere. */
    STALE_FORM(403, "Form too old"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CONFLICT(409, "Conflict"),
    /** The organisation is paused by its network: offers and awards are refused meanwhile. */
    PAUSED(409, "Organisation paused"),
    GONE(410, "Gone"),
    TOO_LARGE(413, "Too large"),
    URI_TOO_LONG(414, "URI too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    EXPECTATION_FAILED(417, "Expectation failed"),
    UNPROCESSABLE(422, "Unprocessable content"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "Header fields too large"),
    INTERNAL(500, "Internal error"),
    UNAVAILABLE(503, "Unavailable"),
    /** Too much to do at this moment; nothing is broken. */
    OVERLOADED(503, "Overloaded"),
    VERSION_NOT_SUPPORTED(505, "HTTP version not supported");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** The same for every occurrence (RFC 9457, 3.1.3). */
    public String title() {
        return title;
    }

    /** The last part of the {@code type} URL, such as {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind for an HTTP status that a library answered with. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL : INVALID_INPUT);
    }
}
