package fr.badgesiae.verifier.status;

import fr.badgesiae.verifier.codec.Gunzip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The bits of a Bitstring Status List (W3C, version 1.0). Index 0 is the most significant bit of the first byte; {@code
 * encodedList} is multibase {@code u} + base64url(gzip(bits)).
 */
public final class BitstringStatusList {
    /** The shortest list allowed, in entries, so that an index does not identify a holder (clause 6.1). */
    public static final int MIN_ENTRIES = 131_072;
    /** The longest list decompressed, in bytes. */
    public static final int MAX_BYTES = 16 << 20;

    private BitstringStatusList() {}

    /** A list with this many entries, none set; rounded up to whole bytes. */
    public static byte[] empty(int entries) {
        return new byte[(entries + 7) / 8];
    }

    /** Sets or clears the bit at an index. */
    public static void set(byte[] bits, int index, boolean on) {
        int mask = 0x80 >>> (index & 7);
        bits[index >>> 3] = (byte) (on ? bits[index >>> 3] | mask : bits[index >>> 3] & ~mask);
    }

    /** Whether the bit at an index is set. */
    public static boolean isSet(byte[] bits, int index) {
        return value(bits, index, 1) == 1;
    }

    /**
     * The value of an entry.
     *
     * @param size bits an entry, 1 to 8
     */
    public static int value(byte[] bits, long index, int size) {
        int value = 0;
        for (long at = index * size; at < (index + 1) * size; at++) {
            int bit = (bits[Math.toIntExact(at >>> 3)] >>> (7 - (int) (at & 7))) & 1;
            value = (value << 1) | bit;
        }
        return value;
    }

    /** The number of whole entries. */
    public static long entries(byte[] bits, int size) {
        return bits.length * 8L / size;
    }

    /** The {@code encodedList} of the bits. */
    public static String encode(byte[] bits) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /**
     * The bits of an {@code encodedList}; empty when it is malformed.
     *
     * @throws TooLargeException when the list exceeds {@link #MAX_BYTES}
     */
    public static Optional<byte[]> decode(String encodedList) throws TooLargeException {
        return encodedList.startsWith("u") ? unpack(encodedList.substring(1)) : Optional.empty();
    }

    /**
     * The bits of an {@code encodedList} of Status List 2021: base64 or base64url of gzip, without multibase prefix.
     *
     * @throws TooLargeException when the list exceeds {@link #MAX_BYTES}
     */
    public static Optional<byte[]> decode2021(String encodedList) throws TooLargeException {
        return unpack(encodedList.replace('+', '-').replace('/', '_'));
    }

    private static Optional<byte[]> unpack(String base64url) throws TooLargeException {
        byte[] packed;
        try {
            packed = Base64.getUrlDecoder().decode(base64url.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        try {
            byte[] bits = Gunzip.firstBytes(new ByteArrayInputStream(packed), MAX_BYTES + 1);
            if (bits.length > MAX_BYTES) {
                throw new TooLargeException();
            }
            return Optional.of(bits);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A list longer than {@link #MAX_BYTES}. */
    public static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("more than " + MAX_BYTES + " bytes", null, false, false);
        }
    }
}
