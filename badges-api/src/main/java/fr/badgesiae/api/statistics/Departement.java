package fr.badgesiae.api.statistics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code of the département where an organisation is, as far as its town tells. */
final class Departement {
    private static final Pattern POSTCODE = Pattern.compile("\\b(\\d{5})\\b");

    private Departement() {}

    /** Empty where the text has no postcode, and in Corsica, whose postcodes do not tell the two apart. */
    static String of(String town) {
        Matcher postcode = POSTCODE.matcher(town);
        if (!postcode.find() || postcode.group(1).startsWith("20")) {
            return "";
        }
        String code = postcode.group(1);
        return code.substring(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2);
    }
}
