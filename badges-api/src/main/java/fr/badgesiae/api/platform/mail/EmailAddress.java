package fr.badgesiae.api.platform.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An e-mail address as a person types it: the dot-atom form of RFC 5322 in ASCII, at most 254 characters. Its domain is in lower
 * case. It can stand in a header and in a command as it is.
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM = Pattern.compile("(?<local>" + ATOM + "(?:\\." + ATOM + ")*)@(?<domain>" + LABEL
            + "(?:\\." + LABEL + ")*\\.[A-Za-z]{2,63})");
    private static final int LONGEST_LOCAL = 64;

    /** The address in what was typed, without spaces around it; empty for anything else. */
    public static Optional<EmailAddress> parse(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group("local").length() > LONGEST_LOCAL) {
            return Optional.empty();
        }
        return Optional.of(new EmailAddress(
                form.group("local") + "@" + form.group("domain").toLowerCase(Locale.ROOT)));
    }

    /** The first character and the domain: {@code a…@exemple.fr}. */
    public String masked() {
        return value.charAt(0) + "…" + value.substring(value.indexOf('@'));
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
