package fr.badgesiae.verifier.codec;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The https address of a resource that is named by http. Nothing is asked over http, whose answers anybody on the way may
 * change; a site that moved to https serves the same paths there.
 */
public final class HttpsAddress {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern HTTP = Pattern.compile(
            "http://(\\[[0-9a-f:.]+]|[^/?#:@\\[\\]]+)(:\\d*)?((?:[/?#].*)?)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private HttpsAddress() {}

    /**
     * The address to ask: https instead of http on its default port; any other scheme and loopback unchanged.
     *
     * @return empty for http on another port, or with user information: it has no https counterpart
     */
    public static Optional<URI> of(URI address) {
        if (!isPlainHttp(address)) {
            return Optional.of(address);
        }
        String https = spelled(address.toString());
        return https.startsWith("https:") ? Optional.of(URI.create(https)) : Optional.empty();
    }

    /** The same for a text; an address without https counterpart, and anything but an address, unchanged. */
    public static String spelled(String address) {
        Matcher http = HTTP.matcher(address);
        if (!http.matches() || LOOPBACK.contains(http.group(1).toLowerCase(Locale.ROOT))) {
            return address;
        }
        String port = http.group(2);
        boolean usual = port == null || port.equals(":") || port.equals(":80");
        return usual ? "https://" + http.group(1) + http.group(3) : address;
    }

    /** Whether content at this address comes over http from another machine. */
    public static boolean isPlainHttp(URI address) {
        return "http".equalsIgnoreCase(address.getScheme())
                && (address.getHost() == null
                        || !LOOPBACK.contains(address.getHost().toLowerCase(Locale.ROOT)));
    }
}
