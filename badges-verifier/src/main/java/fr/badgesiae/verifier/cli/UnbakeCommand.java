package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.bake.Unbaked;
import fr.badgesiae.verifier.bake.Unbaker;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the badge inside an image, as it was put in. */
@Command(name = "unbake")
final class UnbakeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "FILE|-")
    private String input;

    @Option(names = "--lang", converter = ALanguage.class, paramLabel = "fr|en")
    String language;

    UnbakeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException {
        Unbaked unbaked = Unbaker.unbake(Inputs.bytes(input, terminal.in()));
        if (unbaked.state() != Unbaked.State.FOUND) {
            throw new InputException("unbake." + unbaked.state().name(), input);
        }
        terminal.out().println(new String(unbaked.content(), StandardCharsets.UTF_8));
        return Main.OK;
    }
}
