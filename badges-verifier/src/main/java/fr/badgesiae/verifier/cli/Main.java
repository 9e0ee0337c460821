package fr.badgesiae.verifier.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line. Exit codes: 0 VALID, 1 INVALID, 2 UNDETERMINED, 64 usage error, 70 internal error, 74 output error. */
public final class Main {
    static final int OK = 0;
    static final int BAD = 1;
    static final int UNDECIDED = 2;
    static final int USAGE = 64;
    static final int DEFECT = 70;
    static final int UNWRITTEN = 74;
    static final List<String> COMMANDS = List.of("verify", "inspect", "unbake", "bake", "canonicalize", "did");

    private Main() {}

    public static void main(String[] arguments) {
        // Libraries have no log here; their messages would print content of the badge on the terminal.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        LogManager.getLogManager().reset();
        Terminal terminal = Terminal.ofProcess();
        int code = run(arguments, terminal);
        terminal.err().flush();
        System.exit(code);
    }

    /** Runs a command on a given terminal; returns the exit code. */
    static int run(String[] arguments, Terminal terminal) {
        Invocation asked = Invocation.of(arguments, terminal.language());
        Messages words = Messages.in(asked.language());
        int code = asked.languageIsKnown() ? answer(asked, terminal, words) : usage(terminal, words, asked.language());
        // A full disk or a closed pipe: the result was not delivered.
        if (terminal.out().checkError()) {
            terminal.err().println(words.say("output.unwritten"));
            return UNWRITTEN;
        }
        return code;
    }

    private static int usage(Terminal terminal, Messages words, String language) {
        terminal.err().println(words.say("usage.value--lang", language));
        return USAGE;
    }

    private static int answer(Invocation asked, Terminal terminal, Messages words) {
        List<String> options = asked.options();
        if (options.contains("--version")) {
            terminal.out().println("badges-verifier " + Messages.version());
            return OK;
        }
        boolean help = !options.isEmpty() && options.get(0).equals("help");
        if (help || options.contains("--help") || options.contains("-h")) {
            String page =
                    options.stream().filter(COMMANDS::contains).findFirst().orElse("badges-verifier");
            terminal.out().print(words.page(page));
            return OK;
        }
        if (options.isEmpty() || !COMMANDS.contains(options.get(0))) {
            terminal.err().println(noCommand(options, words));
            return USAGE;
        }
        return execute(asked.words(), terminal, words);
    }

    private static String noCommand(List<String> options, Messages words) {
        if (options.isEmpty()) {
            return words.say("usage.nothing");
        }
        String first = options.get(0);
        if (isInput(first)) {
            return words.say("usage.verify", first);
        }
        String unknown = words.say(first.startsWith("-") ? "usage.early" : "usage.command", first);
        return unknown + meant(first, COMMANDS, words);
    }

    /** Whether the first argument is an input instead of a command. */
    private static boolean isInput(String word) {
        try {
            return word.equals("-") || word.matches("https?://.*") || Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String meant(String word, List<String> known, Messages words) {
        return SpellingSuggestion.to(word, known)
                .map(nearest -> " " + words.say("usage.meant", nearest))
                .orElse("");
    }

    /** Only the requested command is built, which saves start-up time. */
    static Callable<Integer> command(String name, Terminal terminal, Messages words) {
        return switch (name) {
            case "verify" -> new VerifyCommand(terminal, words);
            case "inspect" -> new InspectCommand(terminal, words);
            case "unbake" -> new UnbakeCommand(terminal, words);
            case "bake" -> new BakeCommand(terminal);
            case "canonicalize" -> new CanonicalizeCommand(terminal, words);
            default -> new DidCommand(terminal, words);
        };
    }

    private static int execute(List<String> asked, Terminal terminal, Messages words) {
        String name = asked.get(0);
        CommandLine line = new CommandLine(command(name, terminal, words));
        line.setParameterExceptionHandler((problem, given) -> {
            terminal.err().println(Messages.clean(sentence(problem, words)));
            terminal.err().println(words.say("usage.help", name));
            return USAGE;
        });
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof InputException input) {
                terminal.err().println(input.say(words));
                return USAGE;
            }
            terminal.err().println(words.say("defect", problem));
            return DEFECT;
        });
        return line.execute(asked.subList(1, asked.size()).toArray(String[]::new));
    }

    private static String sentence(CommandLine.ParameterException problem, Messages words) {
        if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            List<String> known = List.copyOf(
                    problem.getCommandLine().getCommandSpec().optionsMap().keySet());
            return words.say("usage.unknown", String.join(" ", unmatched.getUnmatched())) + meant(first, known, words);
        }
        if (problem instanceof CommandLine.MissingParameterException missing) {
            if (missing.getMissing().get(0) instanceof OptionSpec option && !option.required()) {
                return words.say("usage.no-value", label(option));
            }
            return words.say(
                    "usage.missing",
                    String.join(
                            " ", missing.getMissing().stream().map(Main::label).toList()));
        }
        if (problem instanceof CommandLine.OverwrittenOptionException twice) {
            return words.say("usage.twice", label(twice.getOverwritten()));
        }
        return problem.getArgSpec() != null ? value(problem, words) : String.valueOf(problem.getMessage());
    }

    /** Some options have an example value. */
    private static String value(CommandLine.ParameterException problem, Messages words) {
        String label = label(problem.getArgSpec());
        String value = String.valueOf(problem.getValue());
        String own = "usage.value" + label;
        return words.keys().contains(own) ? words.say(own, value) : words.say("usage.value", label, value);
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
