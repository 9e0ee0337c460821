package fr.badgesiae.api.platform.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Error page for requests that never reach the application: two sentences, no stack trace, no version. */
final class ServerErrors extends ErrorHandler {
    private final Map<String, String> headers;

    ServerErrors(Map<String, String> headers) {
        this.headers = headers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        String words =
                status >= 500 ? "Une erreur est survenue. Something went wrong." : "Demande refusée. Request refused.";
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        String page = "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + status
                + "</title></head><body><h1>" + status + "</h1><p>" + words + "</p></body></html>";
        Content.Sink.write(response, true, page, callback);
        return true;
    }
}
