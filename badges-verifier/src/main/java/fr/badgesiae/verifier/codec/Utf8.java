package fr.badgesiae.verifier.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** UTF-8 validation (RFC 3629 section 4), eight bytes at a time. */
public final class Utf8 {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;

    private Utf8() {}

    /** Whether the bytes are well-formed and contain neither U+0000 nor the start of a numeric escape. */
    public static boolean isPlain(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (at + Long.BYTES <= bytes.length && isPlainAscii((long) EIGHT.get(bytes, at))) {
                at += Long.BYTES;
                continue;
            }
            byte first = bytes[at];
            if (first > 0 && first != '\\') {
                at++;
                continue;
            }
            int length = first == '\\' ? escape(bytes, at) : sequence(bytes, at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /**
     * Whether none of eight bytes is above 0x7f, zero or a backslash. Subtracting one from a zero byte borrows and sets a
     * high bit.
     */
    private static boolean isPlainAscii(long eight) {
        return ((eight | (eight - ONES) | ((eight ^ BACKSLASHES) - ONES)) & HIGH_BITS) == 0;
    }

    private static int escape(byte[] bytes, int at) {
        return at + 1 < bytes.length && bytes[at + 1] == 'u' ? 0 : 1;
    }

    /** The length of the sequence at this position, or 0 when it is malformed. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        if (first >= 0xc2 && first <= 0xdf) {
            return continued(bytes, at, 2, 0x80, 0xbf);
        }
        if (first >= 0xe0 && first <= 0xef) {
            return continued(bytes, at, 3, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf);
        }
        return first >= 0xf0 && first <= 0xf4
                ? continued(bytes, at, 4, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf)
                : 0;
    }

    /** @param from start of the second byte's range, which excludes overlong forms, surrogates and values above U+10FFFF */
    private static int continued(byte[] bytes, int at, int length, int from, int to) {
        if (at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        boolean whole = second >= from && second <= to;
        for (int i = 2; i < length; i++) {
            whole &= (bytes[at + i] & 0xc0) == 0x80;
        }
        return whole ? length : 0;
    }
}
