package fr.badgesiae.api.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Who asks, for counting only. */
public final class Client {
    private Client() {}

    /** The address that the request came from, as the server's configured proxies say; one name for all without a server. */
    public static String of(HttpServletRequest request) {
        return request == null ? "unknown" : request.getRemoteAddr();
    }
}
