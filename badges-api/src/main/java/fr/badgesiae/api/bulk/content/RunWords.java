package fr.badgesiae.api.bulk.content;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for all, and what they become for one person. */
public final class RunWords {
    /** Most characters of the words about one person alone. */
    public static final int MOST_OF_LINE = 500;

    /** What stands between square brackets, within a line. */
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]\\n]{1,40})]");

    /** In either language, whatever that of the page; typed with or without the accent. */
    private static final Set<String> FIRST_NAME = Set.of("prénom", "prenom", "first name");

    private RunWords() {}

    /** The words with this first name where they ask for one. */
    public static String named(String words, String firstName) {
        return BRACKETS.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(isFirstName(found) ? firstName : found.group()));
    }

    /** The words for all, then those about one person. */
    public static String of(String words, String line, String firstName) {
        String all = named(words, firstName);
        return line.isEmpty() ? all : all + "\n" + named(line, firstName);
    }

    /** The first thing between brackets that is no first name: it would be signed as it stands. */
    public static Optional<String> unknown(String words) {
        return BRACKETS.matcher(words)
                .results()
                .filter(found -> !isFirstName(found))
                .map(MatchResult::group)
                .findFirst();
    }

    private static boolean isFirstName(MatchResult found) {
        return FIRST_NAME.contains(found.group(1).strip().toLowerCase(Locale.ROOT));
    }
}
