package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;

/**
 * Where a share's page is.
 *
 * @param code its code
 */
record ShareAddress(Settings settings, Code code) {
    /** What its QR code says. */
    String url() {
        return settings.url("/v/" + code.value());
    }
}
