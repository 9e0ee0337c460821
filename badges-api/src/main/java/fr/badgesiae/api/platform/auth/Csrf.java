package fr.badgesiae.api.platform.auth;

import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * The token that every form carries. The filter checks it on url-encoded forms by itself; a resource that takes a
 * multipart form hands its {@code _csrf} part to {@link #check}.
 */
public interface Csrf {
    /** The token for the forms of this request's session or visit. */
    String token(ContainerRequestContext request);

    /**
     * Holds a multipart form's token against the session.
     *
     * @throws fr.badgesiae.api.platform.problem.ProblemException FORBIDDEN when it is absent or another's
     */
    void check(ContainerRequestContext request, String token);
}
