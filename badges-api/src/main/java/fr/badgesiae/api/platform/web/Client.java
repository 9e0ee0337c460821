package fr.badgesiae.api.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The client of a request, for rate limits only. */
public final class Client {
    private Client() {}

    /** The IP address of the client, as the server reports it; {@code unknown} outside a server. */
    public static String of(@Nullable HttpServletRequest request) {
        return request == null ? "unknown" : request.getRemoteAddr();
    }
}
