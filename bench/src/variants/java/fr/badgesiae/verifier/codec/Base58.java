package fr.badgesiae.verifier.codec;

import java.math.BigInteger;
import java.util.Optional;

/** Base58 in Bitcoin's alphabet, as in multibase {@code z}. */
public final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    /** No key or signature is longer; decoding costs the square of the length. */
    private static final int MAX_CHARS = 1024;

    private Base58() {}

    /** The decoded bytes; empty when the text is malformed or too long. */
    public static Optional<byte[]> decode(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '1') {
            zeros++;
        }
        byte[] magnitude = number.toByteArray();
        int sign = magnitude[0] == 0 ? 1 : 0; // a sign byte, or the number zero
        byte[] bytes = new byte[zeros + magnitude.length - sign];
        System.arraycopy(magnitude, sign, bytes, zeros, magnitude.length - sign);
        return Optional.of(bytes);
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
