package fr.badgesiae.api;

import io.dropwizard.core.cli.CheckCommand;
import io.dropwizard.core.cli.Cli;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code check}: reads the configuration and says what is wrong with it. */
final class ReadCommand extends CheckCommand<BadgesConfiguration> {
    ReadCommand(BadgesApplication application) {
        super(application);
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!Refusals.say(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }
}
