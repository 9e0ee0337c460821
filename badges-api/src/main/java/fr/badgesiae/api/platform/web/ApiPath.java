package fr.badgesiae.api.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;

/** The prefix of the JSON API of all features: no cookie, no form token, problems always as JSON. */
public final class ApiPath {
    private static final String PREFIX = "/api/";

    private ApiPath() {}

    /** The request's path, with one leading slash. */
    public static String of(ContainerRequestContext request) {
        return "/" + request.getUriInfo().getPath().replaceFirst("^/+", "");
    }

    /** Whether the request is under the prefix, matched by a resource or not. */
    public static boolean matches(ContainerRequestContext request) {
        return of(request).startsWith(PREFIX);
    }
}
