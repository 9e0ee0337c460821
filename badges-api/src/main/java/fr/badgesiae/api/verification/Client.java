package fr.badgesiae.api.verification;

import jakarta.servlet.http.HttpServletRequest;

/** Who asks, for counting only. */
final class Client {
    private Client() {}

    /** The address that the request came from, as the server's configured proxies say; one name for all without a server. */
    static String of(HttpServletRequest request) {
        return request == null ? "unknown" : request.getRemoteAddr();
    }
}
