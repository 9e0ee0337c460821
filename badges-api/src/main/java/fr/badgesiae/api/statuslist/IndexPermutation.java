package fr.badgesiae.api.statuslist;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed permutation of the 131,072 indexes of a list: an unbalanced Feistel network over 17 bits (8 + 9). The counts give
 * each index once, in an order that does not reveal the order of awards.
 */
final class IndexPermutation {
    static final int SIZE = 1 << 17;

    private static final int NARROW = 8;
    private static final int WIDE = 9;
    private static final int ROUNDS = 10;

    private final SecretKeySpec key;

    /**
     * @param key 32 bytes, distinct for each list
     */
    IndexPermutation(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * The index of a count.
     *
     * @param count from 0 to {@link #SIZE}, not including
     */
    int index(int count) {
        if (count < 0 || count >= SIZE) {
            throw new IllegalArgumentException("the list is full");
        }
        Mac mac = mac();
        int left = count >>> WIDE;
        int right = count & mask(WIDE);
        int width = NARROW;
        for (int round = 0; round < ROUNDS; round++) {
            // left has `width` bits, right the others; the new right has the width of the old left
            int mixed = left ^ (noise(mac, round, right) & mask(width));
            left = right;
            right = mixed;
            width = NARROW + WIDE - width;
        }
        return left << WIDE | right;
    }

    private static int mask(int bits) {
        return (1 << bits) - 1;
    }

    private static int noise(Mac mac, int round, int half) {
        byte[] input = ByteBuffer.allocate(8).putInt(round).putInt(half).array();
        return ByteBuffer.wrap(mac.doFinal(input)).getInt();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }
}
