package fr.badgesiae.verifier.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line. Exits with 0 VALID, 1 INVALID, 2 UNDETERMINED, 64 wrong usage, 70 a defect of ours. */
public final class Main {
    static final int OK = 0;
    static final int BAD = 1;
    static final int UNDECIDED = 2;
    static final int USAGE = 64;
    static final int DEFECT = 70;
    static final List<String> COMMANDS = List.of("verify", "inspect", "unbake", "bake", "canonicalize", "did");

    private static final String VERSION = "badges-verifier 0.1.0";

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // libraries have no log to write to here
        Terminal terminal = Terminal.ofProcess();
        int code = run(arguments, terminal);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(code);
    }

    /** The same without a process around it; returns the exit code. */
    static int run(String[] arguments, InputStream in, PrintWriter out, PrintWriter err, Clock clock) {
        return run(arguments, new Terminal(in, out, err, clock, false));
    }

    /** The same in given surroundings. */
    static int run(String[] arguments, Terminal terminal) {
        Words words = Words.askedFor(arguments);
        List<String> asked = Arrays.asList(arguments);
        int end = asked.indexOf("--") < 0 ? asked.size() : asked.indexOf("--");
        List<String> options = asked.subList(0, end);
        if (options.contains("--version")) {
            terminal.out().println(VERSION);
            return OK;
        }
        if (options.contains("--help")
                || options.contains("-h")
                || (end > 0 && asked.get(0).equals("help"))) {
            String page =
                    options.stream().filter(COMMANDS::contains).findFirst().orElse("badges-verifier");
            terminal.out().print(words.page(page));
            return OK;
        }
        if (end == 0 || !COMMANDS.contains(asked.get(0))) {
            terminal.err().println(end == 0 ? words.say("usage.nothing") : words.say("usage.command", asked.get(0)));
            return USAGE;
        }
        return execute(asked.get(0), arguments, terminal, words);
    }

    /** Only the command that was asked for is made: each costs time to start. */
    static Callable<Integer> command(String name, Terminal terminal, Words words) {
        return switch (name) {
            case "verify" -> new VerifyCommand(terminal, words);
            case "inspect" -> new InspectCommand(terminal, words);
            case "unbake" -> new UnbakeCommand(terminal);
            case "bake" -> new BakeCommand(terminal);
            case "canonicalize" -> new CanonicalizeCommand(terminal, words);
            default -> new DidCommand(terminal, words);
        };
    }

    private static int execute(String name, String[] arguments, Terminal terminal, Words words) {
        CommandLine line = new CommandLine(command(name, terminal, words));
        line.setParameterExceptionHandler((problem, given) -> {
            terminal.err().println(Words.clean(sentence(problem, words)));
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
        return line.execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static String sentence(CommandLine.ParameterException problem, Words words) {
        if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return words.say("usage.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (problem instanceof CommandLine.MissingParameterException missing) {
            return words.say(
                    "usage.missing",
                    String.join(
                            " ", missing.getMissing().stream().map(Main::label).toList()));
        }
        if (problem instanceof CommandLine.OverwrittenOptionException twice) {
            return words.say("usage.twice", label(twice.getOverwritten()));
        }
        return problem.getArgSpec() != null
                ? words.say("usage.value", label(problem.getArgSpec()), String.valueOf(problem.getValue()))
                : problem.getMessage();
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
