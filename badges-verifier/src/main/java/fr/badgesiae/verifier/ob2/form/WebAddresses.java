package fr.badgesiae.verifier.ob2.form;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Web URLs as Open Badges 2.0 compares them. */
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
     * Host in lower case, and port unless it is a default. http and https are one origin, because http is never fetched.
     */
    public static String authority(URI uri) {
        boolean usual = uri.getPort() < 0 || uri.getPort() == 443 || uri.getPort() == 80;
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return usual ? host : host + ":" + uri.getPort();
    }

    /** Whether both URLs have the same origin. */
    public static boolean sameOrigin(@Nullable String one, @Nullable String other) {
        Optional<String> first = web(one).map(WebAddresses::authority);
        return first.isPresent() && first.equals(web(other).map(WebAddresses::authority));
    }

    /**
     * Whether a URL is at an allowed origin.
     *
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
     * {@code https://a.example}. A path with dot segments matches nothing: servers resolve it differently.
     */
    public static boolean startsWith(String address, String prefix) {
        String path = web(address).map(URI::getRawPath).orElse("");
        boolean dots = path.toLowerCase(Locale.ROOT).replace("%2e", ".").matches("(.*/)?\\.{1,2}(/.*)?");
        return !dots && address.startsWith(prefix) && sameOrigin(address, prefix);
    }
}
