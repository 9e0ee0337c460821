package fr.badgesiae.verifier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was written on the command line, without the language, which may stand before or after the command.
 *
 * @param language {@code fr} or {@code en}, or what somebody wrote for it
 * @param words everything else, in order
 */
record Invocation(String language, List<String> words) {
    private static final String LANGUAGE = "--lang";
    private static final String END = "--";

    Invocation {
        words = List.copyOf(words);
    }

    /** Of two languages the last one counts, as of what environments say the command line. */
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

    /** The language of an environment: French, unless POSIX's order of variables arrives at English. */
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

    /** Those that may be options: everything before {@code --}. */
    List<String> options() {
        return words.contains(END) ? words.subList(0, words.indexOf(END)) : words;
    }
}
