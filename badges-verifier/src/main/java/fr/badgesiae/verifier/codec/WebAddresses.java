package fr.badgesiae.verifier.codec;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Web URLs and their comparison (ob-2.0 "HostedBadge Verification"). */
public final class WebAddresses {
    private WebAddresses() {}

    /** An http or https URL with a host and without user information, its fragment removed. */
    public static Optional<URI> web(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            int hash = text.indexOf('#');
            URI uri = URI.create(hash < 0 ? text : text.substring(0, hash));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
            return web ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Host in lower case, and port unless it is the default of the scheme. http and https are one origin, because http is never
     * fetched.
     */
    public static String authority(URI uri) {
        int usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() < 0 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
    }

    /**
     * Whether two ids name one resource: equal texts, or web addresses that are equal once http is read as https of the same
     * host. An id that is no web address equals only itself.
     */
    public static boolean sameResource(@Nullable String one, @Nullable String other) {
        return one != null
                && other != null
                && (one.equals(other) || resource(one).equals(resource(other)));
    }

    /** One spelling of a web address: https for http, host in lower case, no default port, a path. */
    private static String resource(String address) {
        String fragment = address.indexOf('#') < 0 ? "" : address.substring(address.indexOf('#'));
        return web(HttpsAddress.spelled(address))
                .map(uri -> uri.getScheme().toLowerCase(Locale.ROOT) + "://" + authority(uri)
                        + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                        + fragment)
                .orElse(HttpsAddress.spelled(address));
    }

    /** Whether both URLs have the same origin. */
    public static boolean sameOrigin(@Nullable String one, @Nullable String other) {
        Optional<String> first = web(one).map(WebAddresses::authority);
        return first.isPresent() && first.equals(web(other).map(WebAddresses::authority));
    }

    /**
     * Whether a URL is at an allowed origin.
     *
     * @param allowed host names (ob-2.0 VerificationObject); host with port and full origins are accepted too
     */
    public static boolean atOneOf(URI address, List<String> allowed) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        String authority = authority(address);
        return allowed.stream()
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .anyMatch(origin -> origin.contains("://")
                        ? web(origin).map(WebAddresses::authority).equals(Optional.of(authority))
                        : origin.equals(host) || origin.equals(authority));
    }

    /**
     * Whether a URL starts with a prefix as text and has its origin: {@code https://a.example.evil} does not start with
     * {@code https://a.example}. http is read as https in both. A path with dot segments matches nothing: servers resolve it
     * differently.
     */
    public static boolean startsWith(String address, String prefix) {
        return startsAsWritten(HttpsAddress.spelled(address), HttpsAddress.spelled(prefix));
    }

    private static boolean startsAsWritten(String address, String prefix) {
        String path = web(address).map(URI::getRawPath).orElse("");
        boolean dots = path.toLowerCase(Locale.ROOT).replace("%2e", ".").matches("(.*/)?\\.{1,2}(/.*)?");
        return !dots && address.startsWith(prefix) && sameOrigin(address, prefix);
    }
}
