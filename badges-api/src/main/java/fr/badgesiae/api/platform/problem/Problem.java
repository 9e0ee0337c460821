package fr.badgesiae.api.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type an address relative to our origin, one a kind
 * @param instance the path asked for, or {@code urn:badges:log:<id>} for an internal error
 * @param errors what is wrong with the body, if that is it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String instance, List<FieldError> errors) {
    /** The media type (RFC 9457, 6.1). */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemType type, String detail, String instance, List<FieldError> errors) {
        return new Problem("/problems/" + type.slug(), type.title(), type.status(), detail, instance, errors);
    }
}
