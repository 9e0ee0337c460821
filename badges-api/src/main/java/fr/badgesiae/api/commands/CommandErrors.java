package fr.badgesiae.api.commands;

import fr.badgesiae.api.platform.StartRefused;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.cli.Cli;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;

/** Error output of commands. What the operator can correct is printed as a message without a stack trace. */
final class CommandErrors {
    private CommandErrors() {}

    /**
     * Prints the message.
     *
     * @return false for a defect of the program, whose stack trace the caller prints
     */
    static boolean print(Cli cli, Throwable error) {
        if (error instanceof FileNotFoundException || error instanceof NoSuchFileException) {
            cli.getStdErr()
                    .println("\nLe fichier de configuration ne peut pas être lu : " + error.getMessage()
                            + ". Donnez le chemin de config.yml."
                            + "\nThe configuration file cannot be read: " + error.getMessage()
                            + ". Give the path of config.yml.");
            return true;
        }
        boolean correctable = error instanceof StartRefused || error instanceof ConfigurationException;
        if (correctable) {
            cli.getStdErr().println("\n" + error.getMessage());
        }
        return correctable;
    }
}
