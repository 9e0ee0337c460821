package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;
import java.util.List;

/** The address of a share link's page. */
record ShareAddress(Settings settings, Code code) {
    /** The content of its QR code. */
    String url() {
        return settings.url("/v/" + code.value());
    }

    /** What people type, in two lines, under a picture of the QR code. */
    List<String> lines() {
        String grouped = code.grouped();
        int middle = grouped.indexOf('-', grouped.length() / 2 - 1) + 1;
        return List.of(grouped.substring(0, middle), grouped.substring(middle));
    }
}
