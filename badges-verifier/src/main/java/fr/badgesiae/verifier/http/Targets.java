package fr.badgesiae.verifier.http;

import fr.badgesiae.verifier.FetchResult;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses may be asked at all, before any name is resolved. */
final class Targets {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean allowLoopback;

    Targets(boolean allowLoopback) {
        this.allowLoopback = allowLoopback;
    }

    /** Why not, or nothing. */
    Optional<FetchResult.Failed> refusal(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return refused("no plain host");
        }
        boolean loopback = allowLoopback && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
        return scheme.equals("https") || (scheme.equals("http") && loopback) ? Optional.empty() : refused("not https");
    }

    /** The same address without its fragment, which is never sent. */
    static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
    }

    /** Where a redirect leads, or nothing when it is no address. */
    static Optional<URI> redirected(URI from, String location) {
        try {
            return Optional.of(withoutFragment(from.resolve(new URI(location))));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static Optional<FetchResult.Failed> refused(String detail) {
        return Optional.of(new FetchResult.Failed(FetchResult.Failure.REFUSED_ADDRESS, detail));
    }
}
