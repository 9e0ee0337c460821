package fr.badgesiae.api.platform;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code that a person can type: 16 characters of Crockford's base32, 80 bits. Case, spaces and dashes are ignored; O is
 * read as 0, I and L as 1.
 *
 * @param value the 16 characters, upper case, no separators
 */
public record Code(String value) {
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    public Code {
        if (value.length() != LENGTH || !value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("a code has 16 characters of Crockford's base32");
        }
    }

    /**
     * Parses typed or scanned text.
     *
     * @throws IllegalArgumentException when the text is not a code
     */
    public static Code parse(@Nullable String typed) {
        if (typed == null || typed.length() > 64) {
            throw new IllegalArgumentException("a code has 16 characters of Crockford's base32");
        }
        StringBuilder kept = new StringBuilder(LENGTH);
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c == '-'
                    || c == '\u2010'
                    || c == '\u2011'
                    || c == '\u2013'
                    || c == '\u2212'
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)) {
                continue;
            }
            kept.append(
                    switch (c) {
                        case 'O' -> '0';
                        case 'I', 'L' -> '1';
                        default -> c;
                    });
        }
        return new Code(kept.toString());
    }

    /** Like {@link #parse}, but empty when the text is not a code. */
    public static Optional<Code> tryParse(@Nullable String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    /** Jersey's name for {@link #parse}. */
    public static Code fromString(String text) {
        return parse(text);
    }

    /** The printed form: four groups of four, joined by dashes. */
    public String grouped() {
        return String.join(
                "-", value.substring(0, 4), value.substring(4, 8), value.substring(8, 12), value.substring(12));
    }

    /** Redacted: the code is one of two parts of a secret. */
    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
