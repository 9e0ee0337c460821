package fr.badgesiae.api.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;

/** The path prefix of the JSON API: no cookie, no CSRF token, problems always as JSON. */
public final class ApiPath {
    private static final String PREFIX = "/api/";

    private ApiPath() {}

    /** The request's path, with one leading slash. */
    public static String of(ContainerRequestContext request) {
        return "/" + request.getUriInfo().getPath().replaceFirst("^/+", "");
    }

    /** Whether the path is under the prefix, even if no resource matches. */
    public static boolean matches(ContainerRequestContext request) {
        return of(request).startsWith(PREFIX);
    }
}
