package fr.badgesiae.api.account;

import java.util.List;
import java.util.Locale;

/** What a password must be: long, and not one that everybody tries first. No rule on kinds of characters. */
final class PasswordRules {
    static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final List<String> FIRST_TRIED = List.of(
            "password",
            "motdepasse",
            "azerty",
            "qwerty",
            "123456",
            "abcdef",
            "bonjour",
            "soleil",
            "iloveyou",
            "admin",
            "welcome",
            "bienvenue",
            "insertion",
            "badgesiae",
            "changeme",
            "letmein",
            "doudou",
            "marseille",
            "football");

    private PasswordRules() {}

    /** The message key of what is wrong with it, or null. */
    static String fault(String password, String login) {
        if (password.length() < SHORTEST) {
            return "account.error.password-short";
        }
        if (password.length() > LONGEST) {
            return "account.error.password-long";
        }
        return common(password.toLowerCase(Locale.ROOT), login) ? "account.error.password-common" : null;
    }

    /** What is left without the words that come first to mind, digits and signs must still say something. */
    private static boolean common(String password, String login) {
        String rest = password;
        for (String word : FIRST_TRIED) {
            rest = rest.replace(word, "");
        }
        if (login.length() >= 4) {
            rest = rest.replace(login, "");
        }
        boolean nothingElse = rest.replaceAll("[^\\p{L}]", "").length() < 4;
        boolean hasWord = password.matches(".*\\p{L}{4}.*");
        return (nothingElse && hasWord) || password.chars().distinct().count() < 5;
    }
}
