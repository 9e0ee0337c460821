package fr.badgesiae.verifier.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
        String language = Language.of(arguments, terminal.language());
        Messages words = Messages.in(language);
        int code = Language.isKnown(language)
                ? commandLine(terminal, words).execute(arguments)
                : usage(terminal, words, language);
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

    private static CommandLine commandLine(Terminal terminal, Messages words) {
        CommandLine root = new CommandLine(new RootCommand(terminal, words));
        COMMANDS.forEach(name -> root.addSubcommand(name, command(name, terminal, words)));
        root.addSubcommand(new HelpCommand(root));
        root.setOut(terminal.writer());
        page(root.getCommandSpec(), words);
        root.getSubcommands().values().forEach(command -> page(command.getCommandSpec(), words));
        root.setExecutionStrategy(Main::execute);
        root.setParameterExceptionHandler(new UsageErrors(terminal, words));
        root.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof InputException input) {
                terminal.err().println(input.say(words));
                return USAGE;
            }
            terminal.err().println(words.say("defect", problem));
            return DEFECT;
        });
        return root;
    }

    /** The help of a command is a manual page of our own, in the language of the messages. */
    private static void page(CommandSpec command, Messages words) {
        command.version("badges-verifier " + Messages.version());
        command.usageMessage()
                .sectionKeys(List.of("page"))
                .sectionMap(Map.of("page", help -> words.page(help.commandSpec().name())));
    }

    /** An option for help before the command asks for the page of that command. */
    private static int execute(ParseResult parsed) {
        if (parsed.isUsageHelpRequested() && parsed.hasSubcommand()) {
            CommandLine command = parsed.subcommand().commandSpec().commandLine();
            command.usage(command.getOut());
            return OK;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

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
}
