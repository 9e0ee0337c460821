package fr.badgesiae.verifier.codec;

import java.math.BigInteger;
import java.util.Optional;

/** Base58 in Bitcoin's alphabet, as in multibase {@code z}. */
public final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    private static final int DIGITS_OF_A_LONG = 10;

    /** No key or signature is longer; decoding costs the square of the length. */
    private static final int MAX_CHARS = 1024;

    private Base58() {}

    /** The decoded bytes; empty when the text is malformed or too long. */
    public static Optional<byte[]> decode(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        BigInteger number = BigInteger.ZERO;
        for (int from = 0; from < text.length(); from += DIGITS_OF_A_LONG) {
            int to = Math.min(from + DIGITS_OF_A_LONG, text.length());
            long power = 1;
            long digits = 0;
            for (int i = from; i < to; i++) {
                int digit = ALPHABET.indexOf(text.charAt(i));
                if (digit < 0) {
                    return Optional.empty();
                }
                power *= 58;
                digits = digits * 58 + digit;
            }
            number = number.multiply(BigInteger.valueOf(power)).add(BigInteger.valueOf(digits));
        }
        return Optional.of(bytes(number, zeros(text)));
    }

    private static int zeros(String text) {
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '1') {
            zeros++;
        }
        return zeros;
    }

    private static byte[] bytes(BigInteger number, int zeros) {
        byte[] magnitude = number.toByteArray();
        int unused = magnitude[0] == 0 ? 1 : 0; // room for the sign, or the number zero
        byte[] bytes = new byte[zeros + magnitude.length - unused];
        System.arraycopy(magnitude, unused, bytes, zeros, magnitude.length - unused);
        return bytes;
    }

    public static String encode(byte[] bytes) {
        int zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        StringBuilder text = new StringBuilder();
        BigInteger number = new BigInteger(1, bytes);
        while (number.signum() > 0) {
            BigInteger[] parts = number.divideAndRemainder(BASE);
            text.append(ALPHABET.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return text.append("1".repeat(zeros)).reverse().toString();
    }
}
