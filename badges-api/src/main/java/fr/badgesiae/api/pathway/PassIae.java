package fr.badgesiae.api.pathway;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PASS IAE number: 12 characters, usually 99999 and seven digits. Never in a badge, an address, a QR code, a log or an
 * export to third parties; its text form is therefore redacted.
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

    /** Reads what was typed, with spaces, dots or dashes anywhere; empty when it cannot be a number. */
    public static Optional<PassIae> read(String typed) {
        String bare = typed.replaceAll("[\\s\\p{Z}.\\-]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(bare).matches() ? Optional.of(new PassIae(bare)) : Optional.empty();
    }

    /** The form people read: groups of 5, 2 and 5. */
    public String grouped() {
        return value.substring(0, 5) + " " + value.substring(5, 7) + " " + value.substring(7);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
