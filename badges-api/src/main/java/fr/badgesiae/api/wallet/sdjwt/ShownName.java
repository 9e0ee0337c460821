package fr.badgesiae.api.wallet.sdjwt;

import org.jspecify.annotations.Nullable;

/**
 * The name that an edition shows, in two claims.
 *
 * @param given the first name
 * @param family the last name or its initial, or null where it cannot be told apart
 */
public record ShownName(String given, @Nullable String family) {
    /**
     * Parts the name that an edition shows.
     *
     * @param shown the first name, a space and the rest
     * @param firstName as the desk writes it now; if it was changed meanwhile, the name stays in one
     */
    public static ShownName of(String shown, String firstName) {
        String start = firstName + " ";
        return shown.startsWith(start) && shown.length() > start.length()
                ? new ShownName(firstName, shown.substring(start.length()))
                : new ShownName(shown, null);
    }

    /** None of it: it is personal. */
    @Override
    public String toString() {
        return "ShownName[…]";
    }
}
