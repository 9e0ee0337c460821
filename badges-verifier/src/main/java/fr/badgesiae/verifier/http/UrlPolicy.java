package fr.badgesiae.verifier.http;

import com.ibm.icu.text.IDNA;
import fr.badgesiae.verifier.codec.HttpsAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which URLs may be fetched, before DNS, and normalises them. */
final class UrlPolicy {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Names with a local meaning (RFC 6761, 6762, 7686, 8375, and ICANN's .internal). */
    private static final List<String> LOCAL_NAMES =
            List.of(".localhost", ".local", ".internal", ".home.arpa", ".onion", ".invalid");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_NAME = 253;
    private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final Pattern ADDRESS_6 = Pattern.compile("\\[[0-9a-f:.]+]|[0-9a-f:.]*:[0-9a-f:.]*");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final int HTTPS = 443;
    private static final int FIRST_FREE_PORT = 1024;

    private final boolean allowLoopback;

    UrlPolicy(boolean allowLoopback) {
        this.allowLoopback = allowLoopback;
    }

    /** The decision on a URL. */
    sealed interface Target {}

    /** A normalised URL that may be fetched. */
    record Allowed(URI wire, boolean loopback) implements Target {}

    /** The reason of a refusal. */
    record Refused(String why) implements Target {}

    /** The normalised URL: host in lower case and ASCII, the rest percent-encoded, no fragment. */
    Target target(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        if (authority == null || authority.indexOf('@') >= 0) {
            return new Refused(authority == null ? "no host" : "a user name in the address");
        }
        int colon = authority.indexOf(':', authority.indexOf(']') + 1);
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        String host = ascii(colon < 0 ? authority : authority.substring(0, colon));
        boolean loopback = allowLoopback && LOOPBACK.contains(host);
        if (!scheme.equals("https") && !(scheme.equals("http") && loopback)) {
            return new Refused("not https");
        }
        if (!loopback && !isPublicName(host)) {
            return new Refused("not a public name");
        }
        if (!port.isEmpty() && !isOpenPort(port, loopback)) {
            return new Refused("not a port for documents");
        }
        URI wire = wire(scheme, host, port, uri);
        // No last label starts with a digit (RFC 1123, 2.1); Java finds no host in such a URL.
        return wire.getHost() == null ? new Refused("not a public name") : new Allowed(wire, loopback);
    }

    private static URI wire(String scheme, String host, String port, URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String rest = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        // The scheme keeps a path with two leading slashes from being read as a host.
        String encoded = URI.create("x://h" + rest).toASCIIString().substring("x://h".length());
        return URI.create(scheme + "://" + host + (port.isEmpty() ? "" : ":" + port) + encoded);
    }

    /** Unicode names become A-labels (UTS 46, non-transitional); empty when malformed. */
    static String ascii(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return isName(lower) || ADDRESS_6.matcher(lower).matches() ? lower : "";
        }
        int options = IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ;
        IDNA.Info info = new IDNA.Info();
        StringBuilder name = IDNA.getUTS46Instance(options).nameToASCII(host, new StringBuilder(), info);
        return info.hasErrors() || !isName(name.toString()) ? "" : name.toString();
    }

    private static boolean isName(String host) {
        String name = withoutDot(host);
        return name.length() <= LONGEST_NAME
                && Arrays.stream(name.split("\\.", -1)).allMatch(LABEL.asMatchPredicate());
    }

    private static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /**
     * Neither a local name nor an unusual form of an address: resolvers differ on {@code 2130706433}, {@code 0x7f.1} and
     * {@code 0177.0.0.1}.
     */
    private static boolean isPublicName(String host) {
        if (host.startsWith("[")) {
            return true;
        }
        String name = withoutDot(host);
        String[] labels = name.split("\\.", -1);
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            return labels.length == 4
                    && !host.endsWith(".")
                    && Arrays.stream(labels).allMatch(OCTET.asMatchPredicate());
        }
        return labels.length > 1 && LOCAL_NAMES.stream().noneMatch(name::endsWith);
    }

    /** Ports below 1024 other than the default belong to other protocols, such as mail. */
    private static boolean isOpenPort(String port, boolean loopback) {
        int number = PORT.matcher(port).matches() ? Integer.parseInt(port) : 0;
        return number < 1 << 16 && (number == HTTPS || number >= FIRST_FREE_PORT || (loopback && number > 0));
    }

    /** The URL without its fragment. */
    static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
    }

    /**
     * The target of a redirect (RFC 3986, 5.2); empty when malformed. Servers behind a proxy name themselves by http: that is
     * read as https. http of any other host stays, and is refused.
     */
    static Optional<URI> redirected(URI from, String location) {
        try {
            URI to = new URI(location);
            boolean queryOnly = location.startsWith("?"); // which Java resolves by the older RFC 2396
            URI target = queryOnly ? new URI(withoutQuery(from) + location) : from.resolve(to);
            boolean oneHost = from.getHost() != null && from.getHost().equalsIgnoreCase(target.getHost());
            URI secured = oneHost ? HttpsAddress.of(target).orElse(target) : target;
            return Optional.of(withoutFragment(secured));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutQuery(URI uri) {
        String text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? HTTPS : 80;
    }
}
