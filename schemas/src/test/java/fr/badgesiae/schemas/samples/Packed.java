package fr.badgesiae.schemas.samples;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Stream filters of PDF (ISO 32000-2, 7.4.4 and 7.4.5), written as hexadecimal. */
final class Packed {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int LAST = 4093;
    private static final int LITERALS = 200;
    private static final int LONGEST = 128;

    private final StringBuilder bits = new StringBuilder();

    private Packed() {}

    /** Each byte separately, with so many resets that a code never grows. */
    static String lzw(String text) {
        Packed out = new Packed();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (i % LITERALS == 0) {
                out.write(CLEAR, 9);
            }
            out.write(bytes[i] & 0xFF, 9);
        }
        out.write(END, 9);
        return out.hex();
    }

    /** Forty million zeros: each code stands for one zero more than the code before it. */
    static String lzwOfZeros() {
        Packed out = new Packed();
        for (int round = 0; round < 6; round++) {
            out.write(CLEAR, round == 0 ? 9 : 12);
            out.write(0, 9);
            for (int code = FIRST; code < LAST; code++) {
                out.write(code, Integer.SIZE - Integer.numberOfLeadingZeros(code + 1));
            }
        }
        out.write(END, 12);
        return out.hex();
    }

    static String runs(String text) {
        StringBuilder hex = new StringBuilder();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += LONGEST) {
            int to = Math.min(bytes.length, from + LONGEST);
            hex.append("%02x".formatted(to - from - 1)).append(HexFormat.of().formatHex(bytes, from, to));
        }
        return hex + "80>";
    }

    private void write(int code, int width) {
        for (int bit = width - 1; bit >= 0; bit--) {
            bits.append(code >> bit & 1);
        }
    }

    private String hex() {
        StringBuilder hex = new StringBuilder();
        bits.append("0".repeat((8 - bits.length() % 8) % 8));
        for (int at = 0; at < bits.length(); at += 8) {
            hex.append("%02x".formatted(Integer.parseInt(bits.substring(at, at + 8), 2)));
        }
        return hex + ">";
    }
}
