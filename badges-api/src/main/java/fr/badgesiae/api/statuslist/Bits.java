package fr.badgesiae.api.statuslist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** The bits of a list: index 0 is the most significant bit of the first byte (Bitstring Status List 1.0, section 2.2). */
final class Bits {
    private Bits() {}

    static boolean isSet(byte[] bits, int index) {
        return (bits[index / 8] & mask(index)) != 0;
    }

    static void set(byte[] bits, int index) {
        bits[index / 8] |= mask(index);
    }

    private static byte mask(int index) {
        return (byte) (0x80 >>> index % 8);
    }

    /** The {@code encodedList}: multibase {@code u}, base64url of the compressed bits. */
    static String encoded(byte[] bits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }
}
