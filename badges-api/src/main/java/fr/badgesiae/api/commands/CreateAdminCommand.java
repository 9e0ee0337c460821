package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.account.member.InviteNetworkAdmin;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.ConnectionPool;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.tomcat.jdbc.pool.DataSource;

/** {@code create-admin}: prints a single-use link by which the first network administrator sets a password. */
public final class CreateAdminCommand extends ConfiguredCommand<BadgesConfiguration> {
    public CreateAdminCommand() {
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
        Ids ids = Ids.secure();
        StartupConsole silent = new StartupConsole(false);
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<Settings> published = problems.collect(() -> Addresses.published(configuration));
        Optional<Vault> vault = Secrets.ofConfiguration(configuration, ids, problems);
        problems.collect(() -> Storage.external(configuration));
        problems.throwIfAny();
        Settings settings = published.orElseThrow();
        try (Storage storage = Storage.production(configuration, ids, silent)) {
            storage.migrate(silent);
            DataSource source = ConnectionPool.open(storage.logins().service(), 2, bootstrap.getMetricRegistry());
            try {
                // No page is served: the notices may be incomplete.
                Notices notices = configuration.notices().orElseGet(Notices::none);
                Assembly assembly =
                        new Assembly(settings, source, vault.orElseThrow(), ids, Clock.systemUTC(), notices);
                InstallationGuard.requireSame(assembly.platform().database(), settings);
                print(link(assembly, namespace));
            } finally {
                source.close(true);
            }
        }
    }

    private static void print(String link) {
        PrintStream console = StartupConsole.console();
        console.println("Pour choisir le mot de passe de qui administre le réseau, ouvrez ce lien dans l’heure.");
        console.println("Il ne sert qu’une fois, et un lien plus ancien ne marche plus.");
        console.println();
        console.println("To choose the network administrator’s password, open this link within the hour.");
        console.println("It works once, and an older link no longer works.");
        console.println();
        console.println(link);
    }

    private static String link(Assembly assembly, Namespace namespace) {
        boolean recover = Boolean.TRUE.equals(namespace.getBoolean("recover"));
        return assembly.features()
                .account()
                .firstAdmin()
                .apply(namespace.getString("network"), recover)
                .fold(new InviteNetworkAdmin.Cases<>() {
                    @Override
                    public String invited(String address) {
                        return address;
                    }

                    @Override
                    public String adminExists() {
                        throw new StartRefused(
                                "Le réseau a déjà quelqu’un qui l’administre. Ajoutez --recover pour faire quand même un lien ; c’est noté.",
                                "A network administrator exists. Add --recover to make a link all"
                                        + " the same; it is recorded.");
                    }
                });
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!CommandErrors.print(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }
}
