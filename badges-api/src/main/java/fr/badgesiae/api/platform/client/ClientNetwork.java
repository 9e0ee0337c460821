package fr.badgesiae.api.platform.client;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * The network of a client. One customer of a network provider has a whole IPv6 network of 64 bits, often of 48 bits: single
 * addresses mean nothing there.
 *
 * @param host the IPv4 address, or the IPv6 network of 64 bits: for requests
 * @param near the IPv4 network of 24 bits, or the IPv6 network of 64 bits: for guesses
 * @param wide the IPv4 network of 24 bits, or the IPv6 network of 48 bits: for guesses from many near networks
 * @param known whether the clients of the network are told apart from all others
 */
public record ClientNetwork(String host, String near, String wide, boolean known) {
    /** Clients behind a proxy that the configuration does not name, or outside a server. */
    public static final ClientNetwork UNKNOWN = new ClientNetwork("unknown", "unknown", "unknown", false);

    static ClientNetwork of(InetAddress address) {
        if (address instanceof Inet4Address) {
            String near = network(address, 24);
            return new ClientNetwork(address.getHostAddress(), near, near, true);
        }
        String near = network(address, 64);
        return new ClientNetwork(near, near, network(address, 48), true);
    }

    private static String network(InetAddress address, int bits) {
        return AddressRange.masked(address, bits).getHostAddress() + "/" + bits;
    }
}
