package fr.badgesiae.api.verification.resemblance;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as the eye takes it: without case, accents, punctuation, legal form and articles; confusable characters (Unicode
 * Technical Standard 39) are one.
 *
 * @param words the words that tell one name from another, at most {@value #MOST_WORDS}
 * @param joined those words without blanks, at most {@value #LONGEST} characters
 * @param whole the same with the articles
 */
record FoldedName(Set<String> words, String joined, String whole) {
    static final int LONGEST = 80;
    static final int MOST_WORDS = 16;
    private static final int LONGEST_READ = 200;

    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
    private static final Pattern ABBREVIATION = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\\p{Cc}]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** "loi 1901" names the law of associations. */
    private static final Set<String> LEGAL_FORMS =
            folded("association assoc asso loi 1901 sarl eurl sas sasu sa scop scic snc sci sca scp gie geiq ei selarl"
                    + " cooperative societe ets ltd inc gmbh");

    private static final Set<String> ARTICLES =
            folded("le la les l un une des du de d et en a au aux pour par the of and for");

    static FoldedName of(String name) {
        List<String> all = split(name);
        List<String> named = without(all, LEGAL_FORMS);
        List<String> telling = without(named, ARTICLES);
        return new FoldedName(
                telling.stream().limit(MOST_WORDS).collect(Collectors.toCollection(LinkedHashSet::new)),
                shortened(telling),
                shortened(named));
    }

    /** A name of nothing but such words keeps them. */
    private static List<String> without(List<String> words, Set<String> left) {
        List<String> kept = words.stream().filter(word -> !left.contains(word)).toList();
        return kept.isEmpty() ? words : kept;
    }

    private static String shortened(List<String> words) {
        String joined = String.join("", words);
        return joined.length() > LONGEST ? joined.substring(0, LONGEST) : joined;
    }

    private static List<String> split(String name) {
        String read = name.length() > LONGEST_READ ? name.substring(0, LONGEST_READ) : name;
        return BETWEEN_WORDS
                .splitAsStream(ABBREVIATION.matcher(plain(read)).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The skeleton twice: it depends on case, and some letters are confusable in one case only. */
    private static String plain(String text) {
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String capitals = CONFUSABLES.getSkeleton(letters).toLowerCase(Locale.ROOT);
        String skeleton = CONFUSABLES.getSkeleton(capitals).toLowerCase(Locale.ROOT);
        return MARKS.matcher(skeleton).replaceAll("").replace('i', 'l');
    }

    private static Set<String> folded(String words) {
        return Stream.of(words.split(" ", -1)).map(FoldedName::plain).collect(Collectors.toUnmodifiableSet());
    }
}
