package fr.badgesiae.api.platform.i18n;

import com.ibm.icu.text.MessagePattern;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Languages that nobody speaks, made of the French texts: accented, a third longer, between brackets, and for one of them
 * mirrored. A page in such a language shows which words stand in no bundle, and what a longer language does to it.
 */
public final class PseudoLanguage {
    static final String MIRRORED_TAG = "qpm";

    /** From left to right. The tag is one that ISO 639 leaves to private use. */
    public static final Locale PLAIN = Locale.forLanguageTag("qps");

    /** From right to left. */
    public static final Locale MIRRORED = Locale.forLanguageTag(MIRRORED_TAG);

    static final List<Locale> BOTH = List.of(PLAIN, MIRRORED);

    private static final String LETTERS = "acdegilnorstuyACDEGILNORSTUY";
    private static final String ACCENTED = "āçďēģīľñōŕšťūŷĀÇĎĒĢĪĽÑŌŔŠŤŪŶ";
    private static final String VOWELS = "aeiouyéèêàùôîâûAEIOUYÉ";
    private static final char RIGHT_TO_LEFT = '\u202e';
    private static final char ENDS = '\u202c';

    private PseudoLanguage() {}

    static boolean is(Locale language) {
        return BOTH.contains(language);
    }

    /** The French texts in one of these languages. */
    static Properties of(Properties french, Locale language) {
        Properties made = new Properties();
        french.forEach((key, pattern) -> made.put(key, text((String) pattern, language.equals(MIRRORED))));
        return made;
    }

    /** The pattern with its words changed, its arguments and choices kept. */
    static String text(String pattern, boolean mirrored) {
        StringBuilder made = new StringBuilder("[");
        MessagePattern parsed = new MessagePattern(pattern);
        int depth = 0; // of arguments: the words are at even depths of arguments and messages in turn
        int from = 0;
        for (int i = 0; i < parsed.countParts(); i++) {
            MessagePattern.Part part = parsed.getPart(i);
            boolean words = depth % 2 == 1;
            switch (part.getType()) {
                case MSG_START, ARG_START, MSG_LIMIT, ARG_LIMIT -> {
                    append(made, pattern.substring(from, part.getIndex()), words, mirrored);
                    made.append(pattern, part.getIndex(), part.getLimit());
                    from = part.getLimit();
                    boolean opens = part.getType() == MessagePattern.Part.Type.MSG_START
                            || part.getType() == MessagePattern.Part.Type.ARG_START;
                    depth += opens ? 1 : -1;
                }
                default -> {
                    // inside an argument, or a quoted character of the words
                }
            }
        }
        return made.append(']').toString();
    }

    private static void append(StringBuilder made, String text, boolean words, boolean mirrored) {
        if (!words || text.isBlank()) {
            made.append(text);
            return;
        }
        if (mirrored) {
            made.append(RIGHT_TO_LEFT);
        }
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int at = LETTERS.indexOf(letter);
            char accented = at < 0 ? letter : ACCENTED.charAt(at);
            made.append(accented);
            if (VOWELS.indexOf(letter) >= 0) {
                made.append(Character.toLowerCase(accented));
            }
        }
        if (mirrored) {
            made.append(ENDS);
        }
    }
}
