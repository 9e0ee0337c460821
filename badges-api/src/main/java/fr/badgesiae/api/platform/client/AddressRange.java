package fr.badgesiae.api.platform.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IP addresses that begin with the same bits, such as {@code 10.0.0.0/8}, {@code 2001:db8::/48} or one address. */
final class AddressRange {
    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]*");

    private final InetAddress first;
    private final int bits;

    private AddressRange(InetAddress first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /** Empty when the text is neither an address nor an address with a number of bits. */
    static Optional<AddressRange> tryParse(String text) {
        int slash = text.indexOf('/');
        InetAddress first = address(slash < 0 ? text : text.substring(0, slash));
        if (first == null) {
            return Optional.empty();
        }
        int longest = first.getAddress().length * Byte.SIZE;
        if (slash < 0) {
            return Optional.of(new AddressRange(first, longest));
        }
        String bits = text.substring(slash + 1);
        return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= longest
                ? Optional.of(new AddressRange(masked(first, Integer.parseInt(bits)), Integer.parseInt(bits)))
                : Optional.empty();
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length == first.getAddress().length
                && masked(address, bits).equals(first);
    }

    /** An address in figures, without a request to a name server; null for anything else. */
    static @Nullable InetAddress address(String text) {
        boolean figures = V4.matcher(text).matches()
                || (text.indexOf(':') >= 0 && V6.matcher(text).matches());
        if (!figures) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** The first address of the range of this many bits around an address. */
    static InetAddress masked(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, Math.min(bytes.length, (bits + Byte.SIZE - 1) / Byte.SIZE), bytes.length, (byte) 0);
        if (bits % Byte.SIZE != 0) {
            bytes[bits / Byte.SIZE] &= (byte) (0xff << (Byte.SIZE - bits % Byte.SIZE));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address keeps its length", e);
        }
    }
}
