package fr.badgesiae.verifier.keys;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the document of a did:web is (did:web method specification), and which addresses may be asked at all. */
public final class Dids {
    private static final Pattern WEB = Pattern.compile(
            "did:web:([A-Za-z0-9][A-Za-z0-9.-]*+|%5B[0-9A-Fa-f%]++%5D)(%3[Aa][0-9]{1,5})?((?::(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})++)*+)");
    /** Dots and slashes in disguise: a server may read another path than we do. */
    private static final Pattern ESCAPED_PATH = Pattern.compile("(?i)%(2e|2f|5c)");

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private Dids() {}

    /** The DID of a DID URL: everything before path, query and fragment. */
    public static String withoutFragment(String didUrl) {
        int end = didUrl.length();
        for (char c : new char[] {'#', '?', '/', ';'}) {
            int at = didUrl.indexOf(c);
            end = at >= 0 && at < end ? at : end;
        }
        return didUrl.substring(0, end);
    }

    /** The address of a did:web document; http only for this machine and only when allowed; empty when it is malformed. */
    public static Optional<URI> webAddress(String did, boolean allowLoopback) {
        var matcher = WEB.matcher(did);
        if (!matcher.matches() || did.contains(":..") || did.contains(":.:") || did.endsWith(":.")) {
            return Optional.empty();
        }
        String host = matcher.group(1).replace("%5B", "[").replace("%5D", "]").replace("%3A", ":");
        String port = matcher.group(2) == null ? "" : ":" + matcher.group(2).substring(3);
        String path =
                matcher.group(3).isEmpty() ? "/.well-known" : matcher.group(3).replace(':', '/');
        String scheme = allowLoopback && LOOPBACK.contains(host) ? "http" : "https";
        return address(scheme + "://" + host + port + path + "/did.json", allowLoopback);
    }

    /** An address that may be fetched: https, or http on this machine when allowed; no user, no dot segments. */
    public static Optional<URI> address(String text, boolean allowLoopback) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            boolean loopback = allowLoopback && "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
            boolean web = "https".equals(uri.getScheme()) || loopback;
            boolean plain = uri.getRawUserInfo() == null
                    && !ESCAPED_PATH.matcher(text).find()
                    && uri.normalize().equals(uri);
            return web && plain ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
