package fr.badgesiae.api;

import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.ConnectionPool;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import fr.badgesiae.api.platform.db.EmbeddedDatabase;
import fr.badgesiae.api.platform.db.Migrations;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.CheckCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.tomcat.jdbc.pool.DataSource;

/** The service: reads the configuration, starts what it needs, in an order in which each step can still refuse. */
public final class BadgesApplication extends Application<BadgesConfiguration> {
    private ServiceMode mode = ServiceMode.PRODUCTION;

    public static void main(String[] arguments) throws Exception {
        new BadgesApplication().run(arguments);
    }

    @Override
    public String getName() {
        return "badges-api";
    }

    void mode(ServiceMode chosen) {
        mode = chosen;
    }

    @Override
    protected void addDefaultCommands(Bootstrap<BadgesConfiguration> bootstrap) {
        bootstrap.addCommand(new ServeCommand(this, true));
        bootstrap.addCommand(new ServeCommand(this, false));
        bootstrap.addCommand(new CheckCommand<>(this));
        bootstrap.addCommand(new DatabaseCommand());
        bootstrap.addCommand(new CreateAdminCommand());
    }

    @Override
    public void initialize(Bootstrap<BadgesConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
    }

    @Override
    public void run(BadgesConfiguration configuration, Environment environment) {
        Progress progress = new Progress(mode.demonstration());
        Ids ids = Ids.secure();
        Clock clock = Clock.systemUTC();
        Settings settings = mode.demonstration()
                ? Addresses.demonstration(configuration, mode.lan())
                : Addresses.production(configuration);
        Storage storage = storage(configuration, ids, progress);
        environment.lifecycle().manage(storage);
        Vault vault = storage.folder() != null && configuration.masterKey().isEmpty() && mode.demonstration()
                ? Secrets.ofFolder(storage.folder(), ids)
                : Secrets.ofConfiguration(configuration, ids);
        migrate(configuration, storage.address(), progress);
        DataSource source =
                ConnectionPool.open(storage.address(), configuration.database().connections(), environment.metrics());
        environment.lifecycle().manage(new Managed() {
            @Override
            public void stop() {
                source.close(true);
            }
        });
        Assembly assembly = new Assembly(settings, source, vault, ids, clock, notices(configuration));
        boolean first = Installation.claim(assembly.platform().database(), settings, clock.instant());
        assembly.install(environment);
        Operations.install(environment, source);
        if (mode.demonstration()) {
            new Demonstration(assembly, storage.folder(), progress).prepare(first);
            environment
                    .lifecycle()
                    .addServerLifecycleListener(server -> progress.ready(settings.publicUrl(), storage.folder()));
        }
    }

    /** The database, and the folder behind it where there is one; closed in reverse order. */
    private record Storage(DataFolder folder, EmbeddedDatabase embedded, DatabaseAddress address) implements Managed {
        @Override
        public void stop() {
            if (embedded != null) {
                embedded.close();
            }
            if (folder != null) {
                folder.close();
            }
        }
    }

    private Storage storage(BadgesConfiguration configuration, Ids ids, Progress progress) {
        BadgesConfiguration.DatabaseSection database = configuration.database();
        boolean elsewhere = !database.url().isBlank();
        if (mode.demonstration() && elsewhere) {
            throw new StartRefused(
                    "A demonstration brings its own database. Unset DATABASE_URL, or start with: server");
        }
        if (elsewhere) {
            DatabaseAddress address = DatabaseAddress.parse(database.url(), database.user(), database.password());
            return new Storage(null, null, address);
        }
        if (!mode.demonstration() && !database.embedded()) {
            throw new StartRefused("No database is configured. Set DATABASE_URL to a PostgreSQL 15 or newer, or write"
                    + " database.embedded: true in the configuration for an installation on one machine.");
        }
        DataFolder folder = DataFolder.open(Path.of(configuration.dataFolder()));
        progress.say("Démarrage de la base de données…", "Starting the database…");
        EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, ids);
        return new Storage(folder, embedded, embedded.address());
    }

    private void migrate(BadgesConfiguration configuration, DatabaseAddress address, Progress progress) {
        Migrations migrations = new Migrations(address);
        if (mode.demonstration() || configuration.database().migrate()) {
            progress.say("Préparation des tables…", "Preparing the tables…");
            migrations.migrate();
        } else {
            migrations.requireNonePending();
        }
    }

    private Notices notices(BadgesConfiguration configuration) {
        Notices notices = configuration.notices();
        if (mode.demonstration()) {
            return Notices.demonstration();
        }
        if (notices == null || !notices.complete()) {
            throw new StartRefused(
                    "The legal pages are incomplete. Fill in every line under notices: in the configuration"
                            + " and leave no <placeholder>.");
        }
        return notices;
    }
}
