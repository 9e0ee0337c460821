package fr.badgesiae.api.holder.imported;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The name on a badge from elsewhere beside the names of its holder here. It tells and never decides: nobody is identified. */
public enum Recipient {
    SAME,
    OTHER,
    /** The badge has no name in clear, or nothing of it is proven. */
    UNNAMED,
    /** No name of the holder is known here. */
    UNKNOWN;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 12;

    /** @param names of the holder, one a line, or null */
    static Recipient of(@Nullable String named, @Nullable String names) {
        List<String> words = words(named == null ? "" : named);
        if (words.isEmpty()) {
            return UNNAMED;
        }
        if (names == null || names.isBlank()) {
            return UNKNOWN;
        }
        boolean same = names.lines().map(Recipient::words).anyMatch(own -> fits(words, own) && fits(own, words));
        return same ? SAME : OTHER;
    }

    private static List<String> words(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.splitAsStream(plain.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    /** Whether each word of one name stands in the other, a letter for the word that begins with it. */
    private static boolean fits(List<String> one, List<String> other) {
        return one.stream().allMatch(word -> other.stream().anyMatch(candidate -> matches(word, candidate)));
    }

    private static boolean matches(String word, String other) {
        return word.equals(other)
                || Stream.of(word, other).anyMatch(text -> text.length() == 1 && word.charAt(0) == other.charAt(0));
    }
}
