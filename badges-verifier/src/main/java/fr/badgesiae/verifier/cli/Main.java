package fr.badgesiae.verifier.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exits with 0 VALID, 1 INVALID, 2 UNDETERMINED, 64 wrong usage, 70 a defect of ours. */
@Command(
        name = "badges-verifier",
        description = "Judges Open Badges and says why.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "badges-verifier 0.1.0")
public final class Main {
    static final int USAGE = 64;
    static final int DEFECT = 70;

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // libraries have no log to write to here
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        int code = run(arguments, System.in, out, err, Clock.systemUTC());
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** The same without a process around it; returns the exit code. */
    static int run(String[] arguments, InputStream in, PrintWriter out, PrintWriter err, Clock clock) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new VerifyCommand(in, out, clock))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(new UsageErrors());
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            err.println("badges-verifier: " + problem);
            return DEFECT;
        });
        if (arguments.length == 0) {
            line.usage(err);
            return USAGE;
        }
        return line.execute(arguments);
    }

    /** Says what is wrong and where help is. */
    private static final class UsageErrors implements CommandLine.IParameterExceptionHandler {
        @Override
        public int handleParseException(CommandLine.ParameterException problem, String[] arguments) {
            PrintWriter err = problem.getCommandLine().getErr();
            err.println(problem.getMessage());
            err.println("Try: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return USAGE;
        }
    }
}
