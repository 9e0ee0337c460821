package fr.badgesiae.api.platform.pdf;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Joins Arabic letters. Our fonts hold each contextual form at a code point of its own in the private use area (see
 * {@code src/main/fonts/make.py}): the presentation forms of Unicode lack letters of Pashto, Kurdish and others.
 */
final class ArabicForms {
    private static final int ARABIC = 0x600;
    private static final int LAST = 0x77F;
    private static final int FORMS = 0xE000;
    private static final int LIGATURES = 0xEC00;
    private static final int UNICODE_LIGATURES = 0xFEF5;
    private static final int LAM = 0x644;
    private static final String ALEFS = "\u0622\u0623\u0625\u0627";

    private ArabicForms() {}

    /** The text with each Arabic letter in its form, in logical order; other characters as they are. */
    static String shape(String text) {
        StringBuilder shaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!isArabic(letter) || isTransparent(letter)) {
                append(shaped, letter);
                continue;
            }
            boolean before = joins(text, i, -1);
            int alef = letter == LAM && i + 1 < text.length() ? ALEFS.indexOf(text.charAt(i + 1)) : -1;
            if (alef >= 0) {
                shaped.append((char) (LIGATURES + 2 * alef + (before ? 1 : 0)));
                i++;
                continue;
            }
            boolean after = joins(text, i, 1);
            int form = before ? (after ? 2 : 3) : (after ? 1 : 0);
            shaped.append((char) (FORMS + 4 * (letter - ARABIC) + form));
        }
        return shaped.toString();
    }

    /**
     * The letter that a code point of a form stands for; another character stands for itself. A ligature is that of Unicode, which
     * readers split: of two letters here, some readers change the order.
     */
    static int letter(int form) {
        int ligature = form - LIGATURES;
        if (ligature >= 0 && ligature < 2 * ALEFS.length()) {
            return UNICODE_LIGATURES + ligature;
        }
        int letter = ARABIC + (form - FORMS) / 4;
        return form >= FORMS && letter <= LAST ? letter : form;
    }

    /** Joiners have done their work and have no glyph. */
    private static void append(StringBuilder shaped, char letter) {
        if (letter != '\u200c' && letter != '\u200d') {
            shaped.append(letter);
        }
    }

    private static boolean isArabic(char letter) {
        return letter >= ARABIC && letter <= LAST && UCharacter.isLetter(letter);
    }

    private static boolean isTransparent(int letter) {
        return type(letter) == UCharacter.JoiningType.TRANSPARENT;
    }

    private static int type(int letter) {
        return UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
    }

    /** Whether the letter at this place joins the next one in a direction, over its marks. */
    private static boolean joins(String text, int place, int direction) {
        int next = place + direction;
        while (next >= 0 && next < text.length() && isTransparent(text.charAt(next))) {
            next += direction;
        }
        if (next < 0 || next >= text.length()) {
            return false;
        }
        int first = type(text.charAt(direction > 0 ? place : next));
        int second = type(text.charAt(direction > 0 ? next : place));
        boolean forward = first == UCharacter.JoiningType.DUAL_JOINING
                || first == UCharacter.JoiningType.JOIN_CAUSING
                || first == UCharacter.JoiningType.LEFT_JOINING;
        boolean back = second == UCharacter.JoiningType.DUAL_JOINING
                || second == UCharacter.JoiningType.JOIN_CAUSING
                || second == UCharacter.JoiningType.RIGHT_JOINING;
        return forward && back;
    }
}
