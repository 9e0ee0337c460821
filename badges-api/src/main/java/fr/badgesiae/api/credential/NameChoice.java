package fr.badgesiae.api.credential;

import java.util.regex.Pattern;

/** Form of the holder's name in one edition. */
public enum NameChoice {
    FIRST_AND_INITIAL,
    FULL,
    NONE;

    private static final Pattern INITIAL = Pattern.compile(".*\\s\\p{L}\\p{M}*\\.");

    /** Whether a name as shown ends with an initial: a document is then compared with a first name and one letter. */
    public static boolean endsWithInitial(String shown) {
        return INITIAL.matcher(shown).matches();
    }
}
