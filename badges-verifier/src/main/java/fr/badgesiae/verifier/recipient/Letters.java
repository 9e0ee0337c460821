package fr.badgesiae.verifier.recipient;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The letters of names and addresses: forms of one character, case, accents. */
final class Letters {
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC]");
    private static final Pattern HYPHENS = Pattern.compile("[\u2010\u2011]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u202F\u2009]+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Letters() {}

    /** Composed (NFC), with single blanks and one form of apostrophe and hyphen. */
    static String normal(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String apostrophes = APOSTROPHES.matcher(composed).replaceAll("'");
        String hyphens = HYPHENS.matcher(apostrophes).replaceAll("-");
        return BLANKS.matcher(hyphens).replaceAll(" ").strip();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Case folding: upper case first, which unites ß and ẞ, ς and σ. */
    static String folded(String text) {
        return lower(upper(text));
    }

    /** Lower case, with a capital at the start and after each of the separators. */
    static String capitalised(String text, String separators) {
        StringBuilder capitalised = new StringBuilder(text.length());
        boolean start = true;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            String one = Character.toString(letter);
            capitalised.append(start ? upper(one) : lower(one));
            start = separators.indexOf(letter) >= 0;
            at += Character.charCount(letter);
        }
        return capitalised.toString();
    }

    /** Without accents, ligatures expanded. */
    static String bare(String text) {
        String letters = text.replace("œ", "oe")
                .replace("Œ", "OE")
                .replace("æ", "ae")
                .replace("Æ", "AE")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("ł", "l")
                .replace("Ł", "L");
        String split = Normalizer.normalize(letters, Normalizer.Form.NFD);
        return Normalizer.normalize(MARKS.matcher(split).replaceAll(""), Normalizer.Form.NFC);
    }
}
