package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;

/** The address of a share link's page. */
record ShareAddress(Settings settings, Code code) {
    /** The content of its QR code. */
    String url() {
        return settings.url("/v/" + code.value());
    }
}
