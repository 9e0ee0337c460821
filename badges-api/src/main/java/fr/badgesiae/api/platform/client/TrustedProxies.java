package fr.badgesiae.api.platform.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reverse proxies in front of the service, by address. Only what they add to {@code X-Forwarded-For} is read: anybody can
 * send that header. No other forwarded header is read at all.
 */
public final class TrustedProxies {
    private static final TrustedProxies NONE = new TrustedProxies(List.of());

    private final List<AddressRange> ranges;

    private TrustedProxies(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    /** No proxy: the other end of the connection is the client. */
    public static TrustedProxies none() {
        return NONE;
    }

    /**
     * @param listed addresses or ranges, such as {@code 127.0.0.1, 10.1.0.0/16, 2001:db8::/64}; empty for none
     * @throws IllegalArgumentException with the entry that is neither
     */
    public static TrustedProxies parse(String listed) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String entry : listed.split(",", -1)) {
            if (!entry.isBlank()) {
                ranges.add(AddressRange.tryParse(entry.strip())
                        .orElseThrow(() -> new IllegalArgumentException(entry.strip())));
            }
        }
        return new TrustedProxies(List.copyOf(ranges));
    }

    private boolean isNoProxy(InetAddress peer) {
        return ranges.stream().noneMatch(range -> range.contains(peer));
    }

    /**
     * The network of the client: behind trusted proxies the last hop that none of them is, read from the right. Hops further
     * left are what the client says of itself.
     *
     * @param peer the other end of the connection, in figures
     * @param forwardedFor the lines of {@code X-Forwarded-For}, in order
     */
    ClientNetwork network(@Nullable String peer, @Nullable List<String> forwardedFor) {
        InetAddress end = peer == null ? null : AddressRange.address(withoutZone(peer));
        if (end == null) {
            return ClientNetwork.UNKNOWN;
        }
        if (ranges.isEmpty() && isNear(end)) {
            // A proxy that nobody named, or this machine: its clients cannot be told apart.
            return ClientNetwork.UNKNOWN;
        }
        return ClientNetwork.of(client(end, hops(forwardedFor)));
    }

    private InetAddress client(InetAddress end, List<String> hops) {
        InetAddress client = end;
        for (String hop : hops) {
            if (isNoProxy(client)) {
                break;
            }
            InetAddress before = AddressRange.address(hostOf(hop));
            if (before == null) {
                // Unreadable: the proxy that passed it on stands for its client.
                break;
            }
            client = before;
        }
        return client;
    }

    /** The last hop first. */
    private static List<String> hops(@Nullable List<String> lines) {
        List<String> hops = new ArrayList<>();
        for (String line : lines == null ? List.<String>of() : lines) {
            for (String hop : line.split(",", -1)) {
                hops.add(hop.strip());
            }
        }
        Collections.reverse(hops);
        return hops;
    }

    /** Some proxies add the port of the client: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static String hostOf(String hop) {
        if (hop.matches("\\[[^\\[\\]]+](:\\d+)?")) {
            return hop.substring(1, hop.indexOf(']'));
        }
        return hop.matches("[\\d.]+:\\d+") ? hop.substring(0, hop.indexOf(':')) : withoutZone(hop);
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** This machine, or an address of private use (RFC 1918, RFC 4193). */
    private static boolean isNear(InetAddress address) {
        boolean uniqueLocal = address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || uniqueLocal;
    }
}
