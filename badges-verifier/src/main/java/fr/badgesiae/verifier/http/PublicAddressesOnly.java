package fr.badgesiae.verifier.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves a name and refuses it when any of its addresses is not one of the public Internet: private, loopback, link-local
 * (cloud metadata among them), multicast, documentation, translated and reserved ranges. The connection gets the very
 * addresses that were checked, so a second answer of the name server changes nothing.
 */
public final class PublicAddressesOnly implements DnsResolver {
    /** First octets, their values and how many bits of them count (IANA special-purpose registry, IPv4). */
    private static final List<Range> REFUSED_4 = List.of(
            range(8, 0),
            range(8, 10),
            range(10, 100, 64),
            range(8, 127),
            range(32, 168, 63, 129, 16), // a public cloud's own, for its machines alone
            range(16, 169, 254),
            range(12, 172, 16),
            range(24, 192, 0, 0),
            range(24, 192, 0, 2),
            range(24, 192, 88, 99),
            range(16, 192, 168),
            range(15, 198, 18),
            range(24, 198, 51, 100),
            range(24, 203, 0, 113),
            range(4, 224),
            range(4, 240));

    /** Global unicast is 2000::/3; these parts of it are not hosts of the Internet, or hide an IPv4 address. */
    private static final Range GLOBAL_6 = range(3, 0x20);

    private static final List<Range> REFUSED_6 = List.of(
            range(23, 0x20, 0x01, 0x00),
            range(32, 0x20, 0x01, 0x0d, 0xb8),
            range(16, 0x20, 0x02),
            range(20, 0x3f, 0xff, 0x00));

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final DnsResolver names;
    private final boolean allowLoopback;
    private final Predicate<InetAddress> reachable;

    /** @param allowLoopback whether loopback passes under its own names (demonstration and tests) */
    public PublicAddressesOnly(boolean allowLoopback) {
        this(SystemDefaultDnsResolver.INSTANCE, allowLoopback, PublicAddressesOnly::isPublic);
    }

    /**
     * @param names who answers; asked once a connection
     * @param reachable which addresses pass
     */
    PublicAddressesOnly(DnsResolver names, boolean allowLoopback, Predicate<InetAddress> reachable) {
        this.names = names;
        this.allowLoopback = allowLoopback;
        this.reachable = reachable;
    }

    @Override
    public InetAddress[] resolve(String given) throws UnknownHostException {
        String host = UrlPolicy.ascii(given); // the client writes names in Unicode
        InetAddress[] addresses = names.resolve(host);
        if (addresses == null || addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        boolean loopback = allowLoopback && LOOPBACK_NAMES.contains(host.toLowerCase(Locale.ROOT));
        for (InetAddress address : addresses) {
            if (!reachable.test(address) && !(loopback && address.isLoopbackAddress())) {
                throw new RefusedAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Whether an address belongs to the public Internet. Java hands IPv4-mapped IPv6 addresses over as IPv4. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return REFUSED_4.stream().noneMatch(range -> range.holds(bytes));
        }
        return GLOBAL_6.holds(bytes) && REFUSED_6.stream().noneMatch(range -> range.holds(bytes));
    }

    private static Range range(int bits, int... prefix) {
        return new Range(bits, List.of(java.util.Arrays.stream(prefix).boxed().toArray(Integer[]::new)));
    }

    private record Range(int bits, List<Integer> prefix) {
        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((prefix.get(bit >> 3) & mask) != (address[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** An address that is not of the public Internet. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(String host) {
            super(host);
        }
    }
}
