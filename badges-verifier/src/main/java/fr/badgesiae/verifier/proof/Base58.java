package fr.badgesiae.verifier.proof;

import java.util.Optional;

/** Base58 in Bitcoin's alphabet, as multibase {@code z} uses it. */
public final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    /** Longer text is no key and no signature of ours; decoding costs the square of the length. */
    private static final int MAX_CHARS = 1024;

    private Base58() {}

    /** The bytes, or nothing when the text is none or is long. */
    public static Optional<byte[]> decode(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        byte[] number = new byte[text.length()];
        int used = 0;
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '1') {
            zeros++;
        }
        for (int i = zeros; i < text.length(); i++) {
            int carry = ALPHABET.indexOf(text.charAt(i));
            if (carry < 0) {
                return Optional.empty();
            }
            used = multiplyAdd(number, used, carry);
        }
        byte[] bytes = new byte[zeros + used];
        System.arraycopy(number, number.length - used, bytes, zeros, used);
        return Optional.of(bytes);
    }

    private static int multiplyAdd(byte[] number, int used, int digit) {
        int carry = digit;
        int length = 0;
        for (int i = number.length - 1; i >= 0 && (carry != 0 || length < used); i--, length++) {
            carry += 58 * (number[i] & 0xff);
            number[i] = (byte) carry;
            carry >>>= 8;
        }
        return length;
    }

    static String encode(byte[] bytes) {
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
