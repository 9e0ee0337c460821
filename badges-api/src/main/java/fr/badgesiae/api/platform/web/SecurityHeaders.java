package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.Settings;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers of every answer. Pages may load our own style sheet, script and images only. No answer is cached unless its
 * resource sets Cache-Control.
 */
public final class SecurityHeaders implements ContainerResponseFilter {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The request property of a page that shows images of our own encoding in data URLs, which a script could not use. */
    public static final String EMBEDDED_IMAGES = SecurityHeaders.class.getName() + ".embedded-images";

    /** The request property of a page that asks for the camera and can be installed. */
    public static final String CAMERA = SecurityHeaders.class.getName() + ".camera";

    /** The request property of a page that can be installed. */
    public static final String INSTALLED = SecurityHeaders.class.getName() + ".installed";

    private static final String INSTALLABLE = POLICY + "; manifest-src 'self'; worker-src 'self'";
    private static final String PERMISSIONS = "Permissions-Policy";
    private static final String NO_DEVICE = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final String WITH_EMBEDDED_IMAGES = POLICY.replace("img-src 'self'", "img-src 'self' data:");

    /** The request property of a page whose forms lead out of the browser: the scheme of an app, with its colon. */
    public static final String FORM_TARGET = SecurityHeaders.class.getName() + ".form-target";

    private final Map<String, String> headers;

    public SecurityHeaders(Settings settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Security-Policy", POLICY);
        all.put("X-Content-Type-Options", "nosniff");
        all.put("X-Frame-Options", "DENY");
        all.put("Referrer-Policy", "no-referrer");
        all.put("X-Robots-Tag", "noindex, nofollow");
        all.put(PERMISSIONS, NO_DEVICE);
        all.put("Cross-Origin-Opener-Policy", "same-origin");
        if (settings.secureCookies()) {
            all.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        headers = Map.copyOf(all);
    }

    /** The headers by name. */
    public Map<String, String> all() {
        return headers;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        headers.forEach(response.getHeaders()::putSingle);
        if (request.getProperty(EMBEDDED_IMAGES) != null) {
            response.getHeaders().putSingle("Content-Security-Policy", WITH_EMBEDDED_IMAGES);
        }
        if (request.getProperty(FORM_TARGET) instanceof String scheme) {
            response.getHeaders()
                    .putSingle(
                            "Content-Security-Policy",
                            POLICY.replace("form-action 'self'", "form-action 'self' " + scheme));
        }
        if (request.getProperty(INSTALLED) != null) {
            response.getHeaders().putSingle("Content-Security-Policy", INSTALLABLE);
        }
        if (request.getProperty(CAMERA) != null) {
            response.getHeaders().putSingle("Content-Security-Policy", INSTALLABLE);
            response.getHeaders().putSingle(PERMISSIONS, NO_DEVICE.replace("camera=()", "camera=(self)"));
        }
        response.getHeaders().putIfAbsent("Cache-Control", new java.util.ArrayList<>(java.util.List.of("no-store")));
    }
}
