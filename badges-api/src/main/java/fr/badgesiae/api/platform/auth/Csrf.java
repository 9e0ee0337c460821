package fr.badgesiae.api.platform.auth;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The CSRF token of forms. The filter checks it on URL-encoded forms; a resource that accepts a multipart form passes the
 * {@code _csrf} part to {@link #check}.
 */
public interface Csrf {
    /** The token for the forms of this session or visit. */
    String token(ContainerRequestContext request);

    /** A random key for one form: what is sent twice under it counts once. Empty where there are no forms. */
    default String formKey() {
        return "";
    }

    /**
     * Compares the token of a multipart form with the session.
     *
     * @throws fr.badgesiae.api.platform.problem.ProblemException STALE_FORM when it is missing or belongs to another session
     */
    void check(ContainerRequestContext request, @Nullable String token);
}
