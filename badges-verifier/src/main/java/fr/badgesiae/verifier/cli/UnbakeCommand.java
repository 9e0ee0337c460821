package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.bake.Unbaked;
import fr.badgesiae.verifier.bake.Unbaker;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the badge inside an image, byte for byte as it was put in. */
@Command(name = "unbake")
final class UnbakeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Messages words;

    @Parameters(arity = "1", paramLabel = "FILE|-")
    private String input;

    UnbakeCommand(Terminal terminal, Messages words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public Integer call() throws InputException {
        Unbaked unbaked = Unbaker.unbake(Inputs.bytes(input, terminal.in()));
        if (unbaked.state() == Unbaked.State.FOUND) {
            terminal.out().write(unbaked.content(), 0, unbaked.content().length);
            return Main.OK;
        }
        InputException none = new InputException("unbake." + unbaked.state().name(), input);
        if (unbaked.state() == Unbaked.State.NOT_AN_IMAGE) {
            throw none;
        }
        terminal.err().println(none.say(words));
        return Main.BAD;
    }
}
