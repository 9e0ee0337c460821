package fr.badgesiae.api.commands;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.platform.StartRefused;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code server} and {@code demo}: the same service with different configuration requirements. */
public final class ServeCommand extends ServerCommand<BadgesConfiguration> {
    private final Consumer<ServiceMode> mode;
    private final Supplier<Optional<FailedStart>> failed;
    private final boolean demonstration;

    /**
     * @param mode receives the mode before the service starts
     * @param failed asked once the server has started
     */
    public ServeCommand(
            Application<BadgesConfiguration> application,
            Consumer<ServiceMode> mode,
            Supplier<Optional<FailedStart>> failed,
            boolean demonstration) {
        super(
                application,
                demonstration ? "demo" : "server",
                demonstration
                        ? "starts a demonstration: built-in database, invented people"
                        : "starts the service for real use");
        this.mode = mode;
        this.failed = failed;
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
        Optional<FailedStart> start = failed.get();
        if (start.isPresent()) {
            start.get().refuse();
        }
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!CommandErrors.print(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }

    /**
     * A demonstration whose past could not be told while its server started. The server reports what its listeners throw in words of
     * its own, with their stack: so this is kept until it has started, and said in ours.
     */
    public record FailedStart(Server server, RuntimeException failure) {
        private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

        /** Stops the server and says why. */
        private void refuse() throws Exception {
            server.stop();
            if (failure instanceof StartRefused) {
                throw failure;
            }
            LOG.error("The demonstration's data could not be made up", failure);
            throw new StartRefused(
                    "Les données de la démonstration n’ont pas pu être créées. Démarrez à nouveau : elles seront refaites.",
                    "The demonstration's data could not be made up. Start again: they will be made anew.",
                    failure);
        }
    }
}
