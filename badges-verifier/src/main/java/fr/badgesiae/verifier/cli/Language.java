package fr.badgesiae.verifier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command line without the language option, which may stand before or after the command.
 *
 *
 * @param language {@code fr} or {@code en}, or an unknown word
 * @param words all other arguments, in order
 */
record Invocation(String language, List<String> words) {
    private static final String LANGUAGE = "--lang";
    private static final String END = "--";

    Invocation {
        words = List.copyOf(words);
    }

    /** The last language option counts; without one, the default. */
    static Invocation of(String[] written, String otherwise) {
        String language = otherwise;
        List<String> words = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            if (words.contains(END)) {
                words.add(written[i]);
            } else if (written[i].equals(LANGUAGE)) {
                i++;
                language = i < written.length ? written[i] : "";
            } else if (written[i].startsWith(LANGUAGE + "=")) {
                language = written[i].substring(LANGUAGE.length() + 1);
            } else {
                words.add(written[i]);
            }
        }
        return new Invocation(language, words);
    }

    /** The language of an environment: French, unless the POSIX variables select English. */
    static String language(Map<String, String> environment) {
        for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String locale = environment.getOrDefault(name, "");
            if (!locale.isEmpty()) {
                return locale.matches("en([_.@].*)?") ? "en" : "fr";
            }
        }
        return "fr";
    }

    boolean languageIsKnown() {
        return language.equals("fr") || language.equals("en");
    }

    /** The arguments before {@code --}, which may be options. */
    List<String> options() {
        return words.contains(END) ? words.subList(0, words.indexOf(END)) : words;
    }
}
