package fr.badgesiae.verifier.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@code data:} URL (RFC 2397), percent-encoded or base64.
 *
 * @param mediaType lower case, without parameters
 * @param bytes the decoded content
 */
@SuppressWarnings("ArrayRecordComponent") // passed to a parser, never compared
public record DataUrl(String mediaType, byte[] bytes) {
    /** Whether a text has the {@code data:} scheme. */
    public static boolean looksLike(String text) {
        return text.regionMatches(true, 0, "data:", 0, 5);
    }

    /** Empty when the URL is malformed or has no content. */
    public static Optional<DataUrl> parse(String text) {
        int comma = text.indexOf(',');
        if (!looksLike(text) || comma < 0) {
            return Optional.empty();
        }
        String head = text.substring(5, comma).strip().toLowerCase(Locale.ROOT);
        boolean base64 = head.endsWith(";base64");
        int semicolon = head.indexOf(';');
        String type = (semicolon < 0 ? head : head.substring(0, semicolon)).strip();
        return percentDecoded(text.substring(comma + 1))
                .flatMap(bytes -> base64 ? base64Decoded(bytes) : Optional.of(bytes))
                .filter(bytes -> bytes.length > 0)
                .map(bytes -> new DataUrl(type, bytes));
    }

    /** A plus sign stays a plus sign: this is not form encoding. */
    private static Optional<byte[]> percentDecoded(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] != '%') {
                decoded.write(raw[at]);
                continue;
            }
            int high = at + 2 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
            int low = at + 2 < raw.length ? Character.digit(raw[at + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            decoded.write(high << 4 | low);
            at += 2;
        }
        return Optional.of(decoded.toByteArray());
    }

    /** Accepts both alphabets, padded or not: writers differ, and no signature depends on it. */
    private static Optional<byte[]> base64Decoded(byte[] text) {
        String plain = new String(text, StandardCharsets.ISO_8859_1)
                .strip()
                .replace('-', '+')
                .replace('_', '/');
        try {
            return Optional.of(Base64.getDecoder().decode(plain));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
