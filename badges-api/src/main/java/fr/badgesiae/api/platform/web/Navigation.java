package fr.badgesiae.api.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;

/** Where the browser comes from (Fetch Metadata Request Headers). */
public final class Navigation {
    private Navigation() {}

    /**
     * Whether a page of ours led here, or the browser is too old to say. A link elsewhere or in a mail did not: what a page does by
     * being shown is not done for it.
     */
    public static boolean isOurs(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        return site == null || site.equals("same-origin");
    }
}
