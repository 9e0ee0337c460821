package fr.badgesiae.api;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.db.ConnectionPool;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import fr.badgesiae.api.platform.db.Migrations;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.tomcat.jdbc.pool.DataSource;

/** {@code create-admin}: prints a single-use link with which the first network administrator chooses a password. */
final class CreateAdminCommand extends ConfiguredCommand<BadgesConfiguration> {
    CreateAdminCommand() {
        super("create-admin", "prints a link (1 h, single use) for the first network administrator");
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        subparser
                .addArgument("--network")
                .setDefault("Réseau")
                .help("the name of the network, where there is none yet");
        subparser
                .addArgument("--recover")
                .action(Arguments.storeTrue())
                .help("make a link although an administrator exists");
    }

    @Override
    protected void run(Bootstrap<BadgesConfiguration> bootstrap, Namespace namespace, BadgesConfiguration configuration)
            throws Exception {
        PrintStream console = System.out;
        BadgesConfiguration.DatabaseSection database = configuration.database();
        if (database.url().isBlank()) {
            throw new StartRefused("Set DATABASE_URL to the database of the service.");
        }
        Ids ids = Ids.secure();
        Settings settings = new Settings(URI.create(configuration.publicUrl()), false);
        DatabaseAddress address = DatabaseAddress.parse(database.url(), database.user(), database.password());
        new Migrations(address).requireNonePending();
        DataSource source = ConnectionPool.open(address, 2, bootstrap.getMetricRegistry());
        try {
            Assembly assembly = new Assembly(
                    settings,
                    source,
                    Secrets.ofConfiguration(configuration, ids),
                    ids,
                    Clock.systemUTC(),
                    configuration.notices());
            Optional<String> link = assembly.features()
                    .account()
                    .firstAdmin()
                    .create(namespace.getString("network"), Boolean.TRUE.equals(namespace.getBoolean("recover")));
            console.println(link.orElseThrow(() -> new StartRefused(
                    "A network administrator exists. Add --recover to make a link all the same; it is recorded.")));
        } finally {
            source.close(true);
        }
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (error instanceof StartRefused) {
            cli.getStdErr().println(error.getMessage());
        } else {
            super.onError(cli, namespace, error);
        }
    }
}
