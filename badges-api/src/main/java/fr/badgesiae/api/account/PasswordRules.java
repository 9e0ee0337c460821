package fr.badgesiae.api.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Password policy: long, and not among the most common. No rule on kinds of characters. */
final class PasswordRules {
    static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final List<String> COMMON_WORDS = List.of(
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

    /** The message key of the first violation. */
    static Optional<String> fault(String password, String login) {
        if (password.length() < SHORTEST) {
            return Optional.of("account.error.password-short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("account.error.password-long");
        }
        return common(password.toLowerCase(Locale.ROOT), login)
                ? Optional.of("account.error.password-common")
                : Optional.empty();
    }

    /** Without common words, digits and punctuation, at least four letters must remain. */
    private static boolean common(String password, String login) {
        String rest = password;
        for (String word : COMMON_WORDS) {
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
