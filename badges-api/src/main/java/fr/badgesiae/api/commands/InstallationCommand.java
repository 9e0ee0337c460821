package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.ConnectionPool;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import org.apache.tomcat.jdbc.pool.DataSource;

/** A command that acts on the installation as the service would, and serves no page. */
abstract class InstallationCommand extends ConfiguredCommand<BadgesConfiguration> {
    private final boolean migrates;
    private final boolean writes;

    /** @param migrates whether the built-in database is brought up to date first */
    InstallationCommand(String name, String description, boolean migrates) {
        this(name, description, migrates, true);
    }

    /** @param writes whether it may add audit lines */
    InstallationCommand(String name, String description, boolean migrates, boolean writes) {
        super(name, description);
        this.migrates = migrates;
        this.writes = writes;
    }

    /** What the command does. */
    interface Act {
        void on(Assembly assembly) throws IOException;
    }

    /**
     * Reads the arguments, before anything of the installation is opened.
     *
     * @throws fr.badgesiae.api.platform.StartRefused for arguments that cannot be used
     */
    abstract Act act(Namespace namespace) throws IOException;

    @Override
    protected final void run(
            Bootstrap<BadgesConfiguration> bootstrap, Namespace namespace, BadgesConfiguration configuration)
            throws Exception {
        Act act = act(namespace);
        Ids ids = Ids.secure();
        StartupConsole silent = new StartupConsole(false);
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<Settings> published = problems.collect(() -> Addresses.published(configuration));
        Optional<Vault> vault = Secrets.ofConfiguration(configuration, ids, problems);
        problems.collect(() -> Storage.external(configuration));
        problems.throwIfAny();
        Settings settings = published.orElseThrow();
        try (Storage storage = Storage.production(configuration, ids, silent)) {
            if (migrates) {
                storage.migrate(silent);
            }
            DataSource source = ConnectionPool.open(storage.logins().service(), 2, bootstrap.getMetricRegistry());
            try {
                // No page is served: the notices may be incomplete.
                Assembly assembly =
                        new Assembly(settings, source, vault.orElseThrow(), ids, Clock.systemUTC(), Notices.none());
                InstallationGuard.requireSame(assembly.platform().database(), settings);
                if (writes) {
                    // Before the first audit line: a restored database counts transactions anew.
                    assembly.features().journal().seal().prepare();
                }
                act.on(assembly);
            } finally {
                source.close(true);
            }
        }
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!CommandErrors.print(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }
}
