package fr.badgesiae.api.platform;

import java.net.URI;

/**
 * What the configuration decides for every feature.
 *
 * @param publicUrl the origin everybody reaches us at: scheme, host, port, no path
 * @param demonstration whether everything is marked DEMONSTRATION
 */
public record Settings(URI publicUrl, boolean demonstration) {
    public Settings {
        boolean origin = publicUrl.getHost() != null
                && publicUrl.getRawPath().isEmpty()
                && publicUrl.getRawQuery() == null
                && publicUrl.getRawFragment() == null
                && publicUrl.getRawUserInfo() == null;
        if (!origin) {
            throw new IllegalArgumentException("publicUrl is an origin without a path, such as https://badges.example");
        }
    }

    /** The absolute form of a path of ours, such as {@code /path}. */
    public String url(String path) {
        return publicUrl + path;
    }

    /** An address of ours as a path, or null for any other address. */
    public String pathOf(String url) {
        return url != null && url.startsWith(url("/"))
                ? url.substring(publicUrl.toString().length())
                : null;
    }

    /** The host as did:web writes it: a port's colon percent-encoded. */
    public String didHost() {
        return publicUrl.getRawAuthority().replace(":", "%3A");
    }

    public boolean secureCookies() {
        return "https".equals(publicUrl.getScheme());
    }
}
