package fr.badgesiae.api.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem in the JSON form of RFC 9457.
 *
 * @param type a URL relative to our origin, one for each kind
 * @param instance the requested path, or {@code urn:badges:log:<id>} for an internal error
 * @param errors the errors of the request body; empty for other problems
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<FieldError> errors) {
    /** The media type (RFC 9457, 6.1). */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A problem of a request that the server refused before the application saw it.
     *
     * @param instance the requested path, or null where it was not read or is secret
     */
    public static Problem ofServer(int status, @Nullable String instance) {
        ProblemType type = ProblemType.ofStatus(status);
        String detail = status >= 500
                ? "The server could not answer this request."
                : "The server refused this request: " + "check its first line, its headers and its length.";
        return new Problem("/problems/" + type.slug(), type.title(), status, detail, instance, List.of());
    }

    static Problem of(ProblemType type, String detail, @Nullable String instance, List<FieldError> errors) {
        return new Problem("/problems/" + type.slug(), type.title(), type.status(), detail, instance, errors);
    }
}
