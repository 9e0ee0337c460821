package fr.badgesiae.api.person;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a text names a person. A badge that shows no name still says who somebody is where its words do. */
public final class NameInText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");
    /** Parts of names that are words of every text. */
    private static final Set<String> PARTICLES = Set.of(
            "le", "la", "les", "de", "des", "du", "el", "al", "van", "von", "ben", "bin", "da", "di", "dos", "den",
            "der", "et", "un", "une", "en", "au", "aux");

    private NameInText() {}

    /** Whether a part of the name, of two letters or more, is a word of the text; case and accents apart. */
    public static boolean of(String name, String text) {
        Set<String> words = words(text);
        return words(name).stream()
                .anyMatch(part -> part.length() > 1 && !PARTICLES.contains(part) && words.contains(part));
    }

    private static Set<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_LETTERS.split(plain)).collect(Collectors.toSet());
    }
}
