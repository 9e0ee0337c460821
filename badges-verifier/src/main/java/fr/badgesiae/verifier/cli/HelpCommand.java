package fr.badgesiae.verifier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the page of a command, or the first page. That of the library refuses an unknown command, in English. */
@Command(name = "help", helpCommand = true)
final class HelpCommand implements Callable<Integer> {
    private final CommandLine root;

    @Parameters(arity = "0..*")
    private List<String> asked = new ArrayList<>();

    HelpCommand(CommandLine root) {
        this.root = root;
    }

    @Override
    public Integer call() {
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
