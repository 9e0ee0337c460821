package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;

/**
 * Where a share's page is.
 *
 * @param code its code
 */
record Address(Settings settings, Code code) {
    /** What its QR code says. */
    String url() {
        return settings.url("/v/" + code.value());
    }

    /** An address of ours as a path. */
    String pathOf(String url) {
        return new Paths(settings).of(url);
    }

    /** Addresses of ours as paths, which our content policy lets a page show. */
    record Paths(Settings settings) {
        /** The path, or null for any other address. */
        String of(String url) {
            String origin = settings.url("/");
            return url != null && url.startsWith(origin) ? url.substring(origin.length() - 1) : null;
        }
    }
}
