package fr.badgesiae.verifier.codec;

import java.util.Arrays;

/**
 * Reads the subset of CBOR (RFC 8949) of selective disclosure proofs: unsigned numbers, byte strings, and the heads of
 * arrays and maps, all of definite length. Bounded by the input length.
 */
public final class CborReader {
    public static final int ARRAY = 4;
    public static final int MAP = 5;
    private static final int UNSIGNED = 0;
    private static final int BYTES = 2;
    private static final int TAG = 6;
    /** A byte string tagged as a typed array (RFC 8746). Some issuers write it although the suite forbids it. */
    private static final int TYPED_ARRAY = 64;

    private final byte[] bytes;
    private int at;

    public CborReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** Malformed or unsupported input. Stackless. */
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
     * The number of items (or pairs) that follow. Each takes at least one byte, so a false count cannot allocate memory.
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
