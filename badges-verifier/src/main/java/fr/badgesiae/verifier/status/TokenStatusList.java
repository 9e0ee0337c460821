package fr.badgesiae.verifier.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * The values of a Token Status List (IETF, section 4): 1, 2, 4 or 8 bits each, from the least significant bit of each byte.
 * {@code lst} is base64url(zlib(bytes)).
 */
public final class TokenStatusList {
    /** The longest list decompressed, in bytes. */
    public static final int MAX_BYTES = BitstringStatusList.MAX_BYTES;

    private static final int BUFFER = 8192;

    private final byte[] values;
    private final int bits;

    private TokenStatusList(byte[] values, int bits) {
        this.values = values;
        this.bits = bits;
    }

    /**
     * The list; empty when it is malformed.
     *
     * @throws BitstringStatusList.TooLargeException when the list exceeds {@link #MAX_BYTES}
     */
    public static Optional<TokenStatusList> decode(int bits, String lst) throws BitstringStatusList.TooLargeException {
        if (bits != 1 && bits != 2 && bits != 4 && bits != 8) {
            return Optional.empty();
        }
        try {
            byte[] packed = Base64.getUrlDecoder().decode(lst.getBytes(StandardCharsets.UTF_8));
            return Optional.of(new TokenStatusList(inflate(packed), bits));
        } catch (IllegalArgumentException | DataFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * The {@code lst} of a list of one bit an entry.
     *
     * @param bits in the order of a {@link BitstringStatusList}: index 0 is the most significant bit of the first byte
     */
    public static String encode(byte[] bits) {
        byte[] values = new byte[bits.length];
        for (int i = 0; i < bits.length; i++) {
            values[i] = (byte) (Integer.reverse(bits[i]) >>> 24);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(packed, deflater)) {
            zlib.write(values);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            deflater.end();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    private static byte[] inflate(byte[] packed) throws DataFormatException, BitstringStatusList.TooLargeException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] out = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(out);
                if (length == 0 && !inflater.finished()) {
                    throw new DataFormatException("breaks off");
                }
                bytes.write(out, 0, length);
                if (bytes.size() > MAX_BYTES) {
                    throw new BitstringStatusList.TooLargeException();
                }
            }
            return bytes.toByteArray();
        } finally {
            inflater.end();
        }
    }

    /** The number of values. */
    public long size() {
        return values.length * 8L / bits;
    }

    /** The value at an index below {@link #size()}. */
    public int value(long index) {
        int perByte = 8 / bits;
        int octet = values[Math.toIntExact(index / perByte)] & 0xff;
        return (octet >>> ((int) (index % perByte) * bits)) & ((1 << bits) - 1);
    }
}
