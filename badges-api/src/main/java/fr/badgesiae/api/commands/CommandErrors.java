package fr.badgesiae.api.commands;

import fr.badgesiae.api.platform.StartRefused;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.cli.Cli;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;

/** How commands end that cannot do what they were asked: what somebody can mend is said in words, without a trace. */
final class CommandErrors {
    private CommandErrors() {}

    /**
     * Says it.
     *
     * @return false for a defect of ours, which shows its trace
     */
    static boolean say(Cli cli, Throwable error) {
        if (error instanceof FileNotFoundException || error instanceof NoSuchFileException) {
            cli.getStdErr()
                    .println("\nLe fichier de configuration ne peut pas être lu : " + error.getMessage()
                            + ". Donnez le chemin de config.yml."
                            + "\nThe configuration file cannot be read: " + error.getMessage()
                            + ". Give the path of config.yml.");
            return true;
        }
        boolean mendable = error instanceof StartRefused || error instanceof ConfigurationException;
        if (mendable) {
            cli.getStdErr().println("\n" + error.getMessage());
        }
        return mendable;
    }
}
