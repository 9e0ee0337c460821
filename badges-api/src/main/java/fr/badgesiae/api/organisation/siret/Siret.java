package fr.badgesiae.api.organisation.siret;

import org.jspecify.annotations.Nullable;

/** SIRET: number of an establishment in the French register, 14 digits, the last a check digit. */
public final class Siret {
    private static final String LA_POSTE = "356000000";
    private static final String LA_POSTE_SEAT = "35600000000048";

    private Siret() {}

    /** The typed number without spaces and dots. */
    public static String clean(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s\u00a0\u202f.]", "");
    }

    /** Words of a search: the digits of a number written in groups are joined. */
    public static String searched(String words) {
        String stripped = words.strip();
        return stripped.matches("[0-9 \u00a0\u202f.]+") ? clean(stripped) : stripped;
    }

    /** Luhn check. Establishments of La Poste have their own rule: the digit sum is a multiple of five. */
    public static boolean valid(String siret) {
        if (!siret.matches("[0-9]{14}") || siret.chars().allMatch(c -> c == '0')) {
            return false;
        }
        if (siret.startsWith(LA_POSTE) && !siret.equals(LA_POSTE_SEAT)) {
            return siret.chars().map(c -> c - '0').sum() % 5 == 0;
        }
        int sum = 0;
        for (int i = 0; i < siret.length(); i++) {
            int digit = siret.charAt(i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
