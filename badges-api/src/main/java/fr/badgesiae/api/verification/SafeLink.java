package fr.badgesiae.api.verification;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address of a badge that a page may link to: https, with a host and without user information. The page shows the host
 * beside the link, so that the words of the link cannot hide where it leads.
 *
 * @param url as written in the badge
 * @param host in lower case
 */
public record SafeLink(String url, String host) {
    private static final int LONGEST = 2_000;

    /** The link of an address; null for any other address. */
    public static @Nullable SafeLink of(@Nullable String address) {
        if (address == null || address.length() > LONGEST) {
            return null;
        }
        try {
            URI uri = URI.create(address.strip());
            boolean safe =
                    "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
            return safe ? new SafeLink(uri.toASCIIString(), uri.getHost().toLowerCase(Locale.ROOT)) : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
