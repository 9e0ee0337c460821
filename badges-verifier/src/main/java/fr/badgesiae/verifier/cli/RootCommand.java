package fr.badgesiae.verifier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that stand before or after any command. */
@Command(name = "badges-verifier")
@SuppressWarnings("unused") // the library fills the fields and reads the options from its parse result
final class RootCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Messages words;

    /** Read by {@link Language} before; may be repeated. */
    @Option(names = Language.OPTION, scope = ScopeType.INHERIT)
    private List<String> languages = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    private boolean help;

    @Option(names = "--version", versionHelp = true, scope = ScopeType.INHERIT)
    private boolean version;

    RootCommand(Terminal terminal, Messages words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public Integer call() {
        terminal.err().println(words.say("usage.nothing"));
        return Main.USAGE;
    }
}
