package fr.badgesiae.api.commands;

import fr.badgesiae.api.BadgesConfiguration;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.util.function.Consumer;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code server} and {@code demo}: the same service with different configuration requirements. */
public final class ServeCommand extends ServerCommand<BadgesConfiguration> {
    private final Consumer<ServiceMode> mode;
    private final boolean demonstration;

    /**
     * @param mode receives the mode before the service starts
     */
    public ServeCommand(
            Application<BadgesConfiguration> application, Consumer<ServiceMode> mode, boolean demonstration) {
        super(
                application,
                demonstration ? "demo" : "server",
                demonstration
                        ? "starts a demonstration: built-in database, invented people"
                        : "starts the service for real use");
        this.mode = mode;
        this.demonstration = demonstration;
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        if (demonstration) {
            subparser
                    .addArgument("--lan")
                    .action(Arguments.storeTrue())
                    .help("let phones on the same network reach the demonstration");
        }
    }

    @Override
    protected void run(Bootstrap<BadgesConfiguration> bootstrap, Namespace namespace, BadgesConfiguration configuration)
            throws Exception {
        boolean lan = demonstration && Boolean.TRUE.equals(namespace.getBoolean("lan"));
        mode.accept(new ServiceMode(demonstration, lan));
        super.run(bootstrap, namespace, configuration);
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!CommandErrors.print(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }
}
