package fr.badgesiae.api;

import fr.badgesiae.api.platform.StartRefused;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.cli.Cli;

/** How commands end that cannot do what they were asked: what somebody can mend is said in words, without a trace. */
final class Refusals {
    private Refusals() {}

    /**
     * Says it.
     *
     * @return false for a defect of ours, which shows its trace
     */
    static boolean say(Cli cli, Throwable error) {
        boolean mendable = error instanceof StartRefused || error instanceof ConfigurationException;
        if (mendable) {
            cli.getStdErr().println("\n" + error.getMessage());
        }
        return mendable;
    }
}
