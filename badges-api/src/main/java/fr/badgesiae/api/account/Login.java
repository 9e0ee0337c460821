package fr.badgesiae.api.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Name for sign-in: an e-mail address or a chosen login, in lower case.
 */
public record Login(String value) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+");
    private static final Pattern CHOSEN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,59}");

    /** Parses typed text; empty when it is neither. */
    static Optional<Login> read(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        boolean known = CHOSEN.matcher(text).matches()
                || (text.length() <= 254 && EMAIL.matcher(text).matches());
        return known ? Optional.of(new Login(text)) : Optional.empty();
    }
}
