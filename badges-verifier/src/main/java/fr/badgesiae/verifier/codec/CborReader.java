package fr.badgesiae.verifier.codec;

import java.util.Arrays;

/**
 * Reads the little of CBOR (RFC 8949) that selective proofs use: unsigned numbers, byte strings, and the heads of arrays and
 * maps, all of definite length. Everything is bounded by the bytes at hand.
 */
public final class CborReader {
    public static final int ARRAY = 4;
    public static final int MAP = 5;
    private static final int UNSIGNED = 0;
    private static final int BYTES = 2;
    private static final int TAG = 6;
    /** RFC 8746: a byte string that is an array of bytes; some issuers write it although the suite says not to. */
    private static final int TYPED_ARRAY = 64;

    private final byte[] bytes;
    private int at;

    public CborReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** Not what was expected here. Stackless. */
    public static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        public MalformedException() {
            super("not the CBOR expected", null, false, false);
        }
    }

    public boolean atEnd() {
        return at == bytes.length;
    }

    public int unsigned() throws MalformedException {
        return argument(UNSIGNED, next());
    }

    public byte[] byteString() throws MalformedException {
        int head = next();
        if (head >> 5 == TAG) {
            if (argument(TAG, head) != TYPED_ARRAY) {
                throw new MalformedException();
            }
            head = next();
        }
        int length = argument(BYTES, head);
        if (length > bytes.length - at) {
            throw new MalformedException();
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /**
     * How many items (or pairs) follow; each takes a byte at least, so that a false count cannot ask for memory.
     *
     * @param type {@link #ARRAY} or {@link #MAP}
     */
    public int count(int type) throws MalformedException {
        int count = argument(type, next());
        if (count > bytes.length - at) {
            throw new MalformedException();
        }
        return count;
    }

    private int argument(int type, int head) throws MalformedException {
        int info = head & 0x1f;
        if (head >> 5 != type || info > 26) {
            throw new MalformedException();
        }
        if (info < 24) {
            return info;
        }
        long value = 0;
        for (int i = 0; i < 1 << (info - 24); i++) {
            value = value << 8 | next();
        }
        if (value > Integer.MAX_VALUE) {
            throw new MalformedException();
        }
        return (int) value;
    }

    private int next() throws MalformedException {
        if (at >= bytes.length) {
            throw new MalformedException();
        }
        return bytes[at++] & 0xff;
    }
}
