package fr.badgesiae.verifier.codec;

import java.util.Optional;

/** Base58 in Bitcoin's alphabet, as in multibase {@code z}. */
public final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    /** No key or signature is longer; decoding costs the square of the length. */
    private static final int MAX_CHARS = 1024;

    private Base58() {}

    /** The decoded bytes; empty when the text is malformed or too long. */
    public static Optional<byte[]> decode(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '1') {
            zeros++;
        }
        int[] number = new int[text.length() / 5 + 1]; // little-endian; five digits need less than one of these
        for (int from = zeros; from < text.length(); from += 5) {
            int to = Math.min(from + 5, text.length());
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
            multiplyAdd(number, power, digits);
        }
        return Optional.of(bytes(number, zeros));
    }

    private static void multiplyAdd(int[] number, long factor, long summand) {
        long carry = summand;
        for (int i = 0; i < number.length; i++) {
            carry += factor * (number[i] & 0xffffffffL);
            number[i] = (int) carry;
            carry >>>= 32;
        }
    }

    private static byte[] bytes(int[] number, int zeros) {
        int length = number.length * 4;
        while (length > 0 && byteAt(number, length - 1) == 0) {
            length--;
        }
        byte[] bytes = new byte[zeros + length];
        for (int i = 0; i < length; i++) {
            bytes[bytes.length - 1 - i] = byteAt(number, i);
        }
        return bytes;
    }

    private static byte byteAt(int[] number, int place) {
        return (byte) (number[place / 4] >>> (8 * (place % 4)));
    }

    public static String encode(byte[] bytes) {
        int zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        StringBuilder text = new StringBuilder();
        java.math.BigInteger number = new java.math.BigInteger(1, bytes);
        java.math.BigInteger base = java.math.BigInteger.valueOf(58);
        while (number.signum() > 0) {
            java.math.BigInteger[] parts = number.divideAndRemainder(base);
            text.append(ALPHABET.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return text.append("1".repeat(zeros)).reverse().toString();
    }
}
