package fr.badgesiae.verifier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the page of a command, or the first page. That of the library refuses an unknown command, in English. */
@Command(name = "help", helpCommand = true)
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*")
    private List<String> asked = new ArrayList<>();

    @Override
    public Integer call() {
        CommandLine root = spec.parent().commandLine();
        Map<String, CommandLine> commands = root.getSubcommands();
        CommandLine command = asked.stream()
                .filter(Main.COMMANDS::contains)
                .findFirst()
                .map(commands::get)
                .orElse(root);
        command.usage(command.getOut());
        return Main.OK;
    }
}
