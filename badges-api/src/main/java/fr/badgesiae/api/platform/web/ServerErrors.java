package fr.badgesiae.api.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.platform.OutOfMemory;
import fr.badgesiae.api.platform.problem.Problem;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The answer to requests that never reach the application: a problem (RFC 9457) for programs, two sentences for people. No
 * stack trace, no version. Where the server could not read the path, the answer is a problem: it may be one of the API.
 */
final class ServerErrors extends ErrorHandler {
    /** The paths that the server puts in place of one that it could not read. */
    private static final Set<String> UNREAD = Set.of("/badURI", "/badMessage");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> headers;

    ServerErrors(Map<String, String> headers) {
        this.headers = headers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getAttribute(ERROR_EXCEPTION) instanceof Throwable failure) {
            OutOfMemory.exitIf(failure);
        }
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        String path = path(request);
        boolean page = wantsPage(request, path);
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page ? "text/html; charset=utf-8" : Problem.MEDIA_TYPE);
        Content.Sink.write(response, true, page ? page(status) : problem(status, path), callback);
        return true;
    }

    /** As written, where that is a path of the API; else with escapes decoded and dots resolved, if the server could. */
    private static @Nullable String path(Request request) {
        String written = request.getHttpURI().getPath();
        String canonical = request.getHttpURI().getCanonicalPath();
        return canonical == null || (written != null && ApiPath.matches(written)) ? written : canonical;
    }

    private static boolean wantsPage(Request request, @Nullable String path) {
        if (path == null || UNREAD.contains(path) || ApiPath.matches(path)) {
            return false;
        }
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return accept == null || accept.contains("text/html");
    }

    private static String page(int status) {
        String words =
                status >= 500 ? "Une erreur est survenue. Something went wrong." : "Demande refusée. Request refused.";
        return "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + status
                + "</title></head><body><h1>" + status + "</h1><p>" + words + "</p></body></html>";
    }

    /** Only API paths are repeated: other paths may contain a code, which is secret. */
    private String problem(int status, @Nullable String path) {
        boolean named = path != null && ApiPath.matches(path);
        try {
            return json.writeValueAsString(Problem.ofServer(status, named ? path : null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is JSON", e);
        }
    }
}
