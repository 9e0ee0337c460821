package fr.badgesiae.api.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;

/** The path prefix of the JSON API: no cookie, no CSRF token, problems always as JSON. */
public final class ApiPath {
    private static final Pattern API = Pattern.compile("/+api([/;\\\\].*)?", Pattern.DOTALL);

    private ApiPath() {}

    /** The request's path, with one leading slash. */
    public static String of(ContainerRequestContext request) {
        return "/" + request.getUriInfo().getPath().replaceFirst("^/+", "");
    }

    /** Whether the path is under the prefix, even if no resource matches. */
    public static boolean matches(ContainerRequestContext request) {
        return matches(of(request));
    }

    /** Whether a path is the prefix or under it. */
    static boolean matches(String path) {
        return API.matcher(path).matches();
    }
}
