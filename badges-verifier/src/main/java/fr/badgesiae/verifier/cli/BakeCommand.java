package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.bake.BakeLocation;
import fr.badgesiae.verifier.bake.Baker;
import fr.badgesiae.verifier.bake.BakingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Bakes a badge into an image. */
@Command(name = "bake")
final class BakeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "IMAGE")
    private String image;

    @Parameters(index = "1", paramLabel = "FILE|-")
    private String badge;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init") // required: picocli refuses the command without it
    private Path output;

    @Option(names = "--ob2")
    private boolean ob2;

    BakeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InputException {
        byte[] picture = Inputs.bytes(image, terminal.in());
        String credential = new String(Inputs.bytes(badge, terminal.in()), StandardCharsets.UTF_8);
        try {
            Files.write(output, Baker.bake(picture, ob2 ? BakeLocation.OB2 : BakeLocation.OB3, credential));
        } catch (BakingException e) {
            throw new InputException("bake.impossible", image, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new InputException("bake.unwritable", output);
        }
        return Main.OK;
    }
}
