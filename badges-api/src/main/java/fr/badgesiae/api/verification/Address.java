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

    /** An address of ours as a path, which our content policy lets a page show; null for any other. */
    String pathOf(String url) {
        String origin = settings.url("/");
        return url != null && url.startsWith(origin) ? url.substring(origin.length() - 1) : null;
    }
}
