package fr.badgesiae.api;

import fr.badgesiae.api.commands.Addresses;
import fr.badgesiae.api.commands.AuditCommand;
import fr.badgesiae.api.commands.BackupCommand;
import fr.badgesiae.api.commands.Backups;
import fr.badgesiae.api.commands.CheckCommand;
import fr.badgesiae.api.commands.CreateAdminCommand;
import fr.badgesiae.api.commands.DatabaseCommand;
import fr.badgesiae.api.commands.ErasuresCommand;
import fr.badgesiae.api.commands.InstallationGuard;
import fr.badgesiae.api.commands.PauseCommand;
import fr.badgesiae.api.commands.Production;
import fr.badgesiae.api.commands.RegistryEntryCommand;
import fr.badgesiae.api.commands.RestoreCommand;
import fr.badgesiae.api.commands.Secrets;
import fr.badgesiae.api.commands.ServeCommand;
import fr.badgesiae.api.commands.ServiceMode;
import fr.badgesiae.api.commands.StartupConsole;
import fr.badgesiae.api.commands.Storage;
import fr.badgesiae.api.commands.run.Background;
import fr.badgesiae.api.commands.run.Operations;
import fr.badgesiae.api.commands.run.WaitForDatabase;
import fr.badgesiae.api.demonstration.Demonstration;
import fr.badgesiae.api.demonstration.WarmUp;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OutOfMemory;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.ConnectionPool;
import fr.badgesiae.api.platform.db.DatabaseAway;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.JettyManaged;
import io.dropwizard.lifecycle.Managed;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** The service: reads the configuration, then starts each part. Every step may refuse the start. */
public final class BadgesApplication extends Application<BadgesConfiguration> {
    private ServiceMode mode = ServiceMode.PRODUCTION;
    private volatile ServeCommand.@Nullable FailedStart failed;

    public static void main(String[] arguments) throws Exception {
        OutOfMemory.watchThreads();
        new BadgesApplication().run(arguments);
    }

    @Override
    public String getName() {
        return "badges-api";
    }

    private void mode(ServiceMode chosen) {
        mode = chosen;
    }

    @Override
    protected void addDefaultCommands(Bootstrap<BadgesConfiguration> bootstrap) {
        bootstrap.addCommand(new ServeCommand(this, this::mode, () -> Optional.ofNullable(failed), true));
        bootstrap.addCommand(new ServeCommand(this, this::mode, Optional::empty, false));
        bootstrap.addCommand(new CheckCommand());
        bootstrap.addCommand(new DatabaseCommand());
        bootstrap.addCommand(new CreateAdminCommand());
        bootstrap.addCommand(new PauseCommand());
        bootstrap.addCommand(new ErasuresCommand());
        bootstrap.addCommand(new AuditCommand());
        bootstrap.addCommand(new RegistryEntryCommand());
        bootstrap.addCommand(new BackupCommand());
        bootstrap.addCommand(new RestoreCommand());
    }

    @Override
    public void initialize(Bootstrap<BadgesConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
    }

    @Override
    public void run(BadgesConfiguration configuration, Environment environment) throws Exception {
        try {
            if (mode.demonstration()) {
                demonstrate(configuration, environment);
            } else {
                produce(configuration, environment);
            }
        } catch (Exception e) {
            // After a refused start, whatever already runs is stopped.
            stopAll(environment);
            throw e;
        }
    }

    private void demonstrate(BadgesConfiguration configuration, Environment environment) {
        StartupConsole console = new StartupConsole(true);
        Ids ids = Ids.secure();
        Settings settings = Addresses.demonstration(configuration, mode.lan());
        Clock clock = Clock.systemUTC();
        Vault none = new Vault(Map.of(1, ids.bytes(32)), ids.bytes(32), ids);
        WarmUp.begin(() -> new Assembly(settings, new DataSource(), none, ids, clock, Notices.demonstration()), clock);
        Storage storage = Storage.demonstration(configuration, ids, console);
        environment.lifecycle().manage(storage);
        storage.servedAt(settings.publicUrl());
        storage.migrate(console);
        DataFolder folder = storage.builtIn().orElseThrow().folder();
        Vault vault = Secrets.ofFolder(folder, ids);
        DataSource source = pool(configuration, storage, environment);
        Assembly assembly = new Assembly(settings, source, vault, ids, clock, Notices.demonstration());
        prepare(assembly);
        Background past = Background.begin("demonstration", () -> {
            new Demonstration(assembly, folder, console::say).prepare();
            assembly.open();
        });
        assembly.register(environment);
        Operations.install(environment, source, storage.logins().singleRole());
        environment.lifecycle().addServerLifecycleListener(server -> {
            try {
                past.await();
                console.ready(settings.publicUrl(), folder);
            } catch (RuntimeException untold) {
                failed = new ServeCommand.FailedStart(server, untold);
            }
        });
    }

    /** Configuration and ports are checked first, before anything is started. */
    private static void produce(BadgesConfiguration configuration, Environment environment) {
        Ids ids = Ids.secure();
        Production given = Production.of(configuration, ids);
        Settings settings = given.settings();
        Backups.require(configuration);
        Addresses.requireFree(configuration);
        StartupConsole silent = new StartupConsole(false);
        Storage storage = Storage.production(configuration, ids, silent);
        environment.lifecycle().manage(storage);
        storage.servedAt(settings.publicUrl());
        DataSource source = pool(configuration, storage, environment);
        Assembly assembly = new Assembly(settings, source, given.vault(), ids, Clock.systemUTC(), given.notices());
        assembly.register(environment);
        Operations.install(environment, source, storage.logins().singleRole());
        Backups.daily(configuration, storage, assembly).ifPresent(daily -> {
            assembly.add(daily.job());
            environment.healthChecks().register("backup", daily.healthCheck());
        });
        Runnable open = () -> {
            storage.migrate(silent);
            prepare(assembly);
            assembly.open();
        };
        try {
            open.run();
        } catch (DatabaseAway e) {
            StartupConsole.waiting(e);
            environment.lifecycle().manage(new WaitForDatabase(open));
        }
        URI pages = Addresses.pages(configuration);
        URI admin = Addresses.admin(configuration);
        environment
                .lifecycle()
                .addServerLifecycleListener(server -> StartupConsole.serving(settings.publicUrl(), pages, admin));
    }

    private static void prepare(Assembly assembly) {
        Platform platform = assembly.platform();
        InstallationGuard.recordOrRequireSame(
                platform.database(), platform.settings(), platform.clock().instant());
        assembly.prepare();
    }

    private static DataSource pool(BadgesConfiguration configuration, Storage storage, Environment environment) {
        DataSource source = ConnectionPool.open(
                storage.logins().service(), configuration.database().connections(), environment.metrics());
        storage.builtIn().ifPresent(own -> own.database().supervise(source::purge));
        environment.lifecycle().manage(new Managed() {
            @Override
            public void stop() {
                source.close(true);
            }
        });
        return source;
    }

    private static void stopAll(Environment environment) throws Exception {
        List<LifeCycle> managed = new ArrayList<>(environment.lifecycle().getManagedObjects());
        Collections.reverse(managed);
        for (LifeCycle one : managed) {
            if (one instanceof JettyManaged jetty) {
                jetty.getManaged().stop();
            }
        }
    }
}
