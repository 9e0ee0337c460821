package fr.badgesiae.verifier.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Reports arguments that cannot be used, in the language of the messages. The sentences of the library are English. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {
    private final Terminal terminal;
    private final Messages words;

    UsageErrors(Terminal terminal, Messages words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException problem, String[] arguments) {
        boolean beforeCommand = problem.getCommandLine().getParent() == null;
        if (beforeCommand && problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
            terminal.err().println(noCommand(unmatched.getUnmatched().get(0)));
            return Main.USAGE;
        }
        terminal.err().println(Messages.clean(sentence(problem)));
        terminal.err().println(words.say("usage.help", problem.getCommandLine().getCommandName()));
        return Main.USAGE;
    }

    private String noCommand(String first) {
        if (Main.COMMANDS.contains(first)) {
            return words.say("usage.nothing"); // written after --, where no command is read
        }
        if (isInput(first)) {
            return words.say("usage.verify", first);
        }
        String unknown = words.say(first.startsWith("-") ? "usage.early" : "usage.command", first);
        return unknown + meant(first, Main.COMMANDS);
    }

    /** Whether the first argument is an input instead of a command. */
    private static boolean isInput(String word) {
        try {
            return word.equals("-") || word.matches("https?://.*") || Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private String meant(String word, List<String> known) {
        return SpellingSuggestion.to(word, known)
                .map(nearest -> " " + words.say("usage.meant", nearest))
                .orElse("");
    }

    private String sentence(CommandLine.ParameterException problem) {
        if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            List<String> known = List.copyOf(
                    problem.getCommandLine().getCommandSpec().optionsMap().keySet());
            return words.say("usage.unknown", String.join(" ", unmatched.getUnmatched())) + meant(first, known);
        }
        if (problem instanceof CommandLine.MissingParameterException missing) {
            if (missing.getMissing().get(0) instanceof OptionSpec option && !option.required()) {
                return words.say("usage.no-value", label(option));
            }
            return words.say(
                    "usage.missing",
                    String.join(
                            " ",
                            missing.getMissing().stream()
                                    .map(UsageErrors::label)
                                    .toList()));
        }
        if (problem instanceof CommandLine.OverwrittenOptionException twice) {
            return words.say("usage.twice", label(twice.getOverwritten()));
        }
        return problem.getArgSpec() != null ? value(problem) : String.valueOf(problem.getMessage());
    }

    /** Some options have an example value. */
    private String value(CommandLine.ParameterException problem) {
        String label = label(problem.getArgSpec());
        String value = String.valueOf(problem.getValue());
        String own = "usage.value" + label;
        return words.keys().contains(own) ? words.say(own, value) : words.say("usage.value", label, value);
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
