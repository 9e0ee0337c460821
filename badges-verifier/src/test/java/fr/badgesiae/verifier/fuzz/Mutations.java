package fr.badgesiae.verifier.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Changes bytes slightly: a bit, a byte, four bytes of a number, a piece removed or repeated, a word inserted, the end cut off.
 */
public final class Mutations {
    private Mutations() {}

    /** One to three changes. */
    public static byte[] of(byte[] original, List<String> words, Random random) {
        byte[] bytes = original;
        for (int change = random.nextInt(3); change >= 0 && bytes.length > 1; change--) {
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
            bytes = switch (random.nextInt(9)) {
                case 0 -> flipped(bytes, at, 1 << random.nextInt(8));
                case 1 -> flipped(bytes, at, 1 + random.nextInt(255));
                case 2 -> joined(bytes, at, new byte[0], end);
                case 3 -> joined(bytes, end, Arrays.copyOfRange(bytes, at, end), end);
                case 4 -> Arrays.copyOf(bytes, at);
                case 5 -> joined(bytes, at, number(random), Math.min(bytes.length, at + 4));
                case 6 -> flipped(bytes, Math.min(bytes.length - 1, random.nextInt(64)), 1 + random.nextInt(255));
                case 7 -> joined(bytes, end, often(Arrays.copyOfRange(bytes, at, end), random), end);
                default -> joined(bytes, at, word(words, random), at);
            };
        }
        return bytes;
    }

    /** Up to some ten thousand bytes: deep recursion in a parser overflows the stack. */
    private static byte[] often(byte[] piece, Random random) {
        byte[] bytes = new byte[piece.length * (1 << random.nextInt(random.nextInt(8) == 0 ? 11 : 4))];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = piece[at % piece.length];
        }
        return bytes;
    }

    private static byte[] number(Random random) {
        int[] edges = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 0x10000, random.nextInt()};
        int value = edges[random.nextInt(edges.length)];
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }

    private static byte[] word(List<String> words, Random random) {
        return words.get(random.nextInt(words.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] bytes, int at, int mask) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) mask;
        return changed;
    }

    private static byte[] joined(byte[] bytes, int until, byte[] middle, int from) {
        byte[] changed = Arrays.copyOf(bytes, until + middle.length + bytes.length - from);
        System.arraycopy(middle, 0, changed, until, middle.length);
        System.arraycopy(bytes, from, changed, until + middle.length, bytes.length - from);
        return changed;
    }
}
