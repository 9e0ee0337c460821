package fr.badgesiae.api.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** The client of a request, for rate limits only. */
public final class Client {
    private Client() {}

    /** The IP address of the client, as the server reports it; {@code unknown} outside a server. */
    public static String of(HttpServletRequest request) {
        return request == null ? "unknown" : request.getRemoteAddr();
    }
}
