package fr.badgesiae.verifier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** The language of the messages: read first, since the errors of all other arguments are reported in it. */
@Command
final class Language {
    static final String OPTION = "--lang";

    @Option(names = OPTION)
    private List<String> languages = new ArrayList<>();

    @Unmatched
    @SuppressWarnings("unused") // takes all other arguments
    private List<String> others = new ArrayList<>();

    private Language() {}

    /**
     * The last language option counts; without one, the default.
     *
     * @return {@code fr} or {@code en}, or an unknown word
     */
    static String of(String[] arguments, String otherwise) {
        Language given = new Language();
        try {
            new CommandLine(given).parseArgs(arguments);
        } catch (CommandLine.MissingParameterException e) {
            return "";
        }
        return given.languages.isEmpty() ? otherwise : given.languages.get(given.languages.size() - 1);
    }

    static boolean isKnown(String language) {
        return language.equals("fr") || language.equals("en");
    }

    /** The language of an environment: French, unless the POSIX variables select English. */
    static String of(Map<String, String> environment) {
        for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String locale = environment.getOrDefault(name, "");
            if (!locale.isEmpty()) {
                return locale.matches("en([_.@].*)?") ? "en" : "fr";
            }
        }
        return "fr";
    }
}
