package fr.badgesiae.api.commands;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.commands.section.Messaging;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.StartRefused;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code check}: validates the configuration, and reports what {@code server} would still require: exit code 1 then. */
public final class CheckCommand extends ConfiguredCommand<BadgesConfiguration> {
    public CheckCommand() {
        super("check", "reads the configuration and says what is wrong with it");
    }

    @Override
    protected void run(Bootstrap<BadgesConfiguration> bootstrap, Namespace namespace, BadgesConfiguration configuration)
            throws StartRefused {
        PrintStream console = StartupConsole.console();
        console.println("La configuration se lit, et aucune clé n’y est inconnue.");
        console.println("The configuration can be read, and no key in it is unknown.");
        console.println();
        try {
            Production production = Production.of(configuration, Ids.secure());
            console.println("« server » y trouve tout ce qu’il lui faut. / “server” finds in it all that it needs.");
            console.println(Messaging.summary(production.settings().mail()));
        } catch (StartRefused e) {
            console.println("« server » ne démarrerait pas encore. / “server” would not start yet.");
            throw e;
        }
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!CommandErrors.print(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }
}
