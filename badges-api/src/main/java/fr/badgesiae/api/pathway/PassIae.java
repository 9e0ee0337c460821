package fr.badgesiae.api.pathway;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PASS IAE number: 12 characters, usually 99999 and seven digits. Never in a badge, URL, QR code, log or export to third
 * parties; {@link #toString} is therefore redacted.
 *
 * @param value the 12 characters, upper case, no spaces
 */
public record PassIae(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{12}");

    public PassIae {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a PASS IAE number has 12 letters or digits");
        }
    }

    /** Parses typed text, with spaces, dots or dashes anywhere. Empty for anything else. */
    public static Optional<PassIae> read(String typed) {
        String bare = typed.replaceAll("[\\s\\p{Z}.\\-]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(bare).matches() ? Optional.of(new PassIae(bare)) : Optional.empty();
    }

    /** The number in groups of 5, 2 and 5 characters, for display. */
    public String grouped() {
        return value.substring(0, 5) + " " + value.substring(5, 7) + " " + value.substring(7);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
