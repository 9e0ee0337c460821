package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.organisation.pause.PauseReason;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.ConnectionPool;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.time.Clock;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.tomcat.jdbc.pool.DataSource;

/** {@code pause}: the operator suspends the membership of an organisation at once, without its network. It is recorded. */
public final class PauseCommand extends ConfiguredCommand<BadgesConfiguration> {
    private static final int LONGEST = 500;

    public PauseCommand() {
        super("pause", "suspends an organisation at once, without its network; recorded");
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        subparser
                .addArgument("--organisation")
                .required(true)
                .help("its id, the last part of its public address /issuers/…");
        subparser
                .addArgument("--reason")
                .type(Arguments.caseInsensitiveEnumType(PauseReason.class))
                .required(true)
                .help("why, for the organisation and its network to read");
        subparser.addArgument("--note").setDefault("").help("what has to change, in words; name nobody");
    }

    @Override
    protected void run(Bootstrap<BadgesConfiguration> bootstrap, Namespace namespace, BadgesConfiguration configuration)
            throws Exception {
        OrganisationId organisation = organisation(namespace.getString("organisation"));
        String note = namespace.getString("note").strip();
        if (note.length() > LONGEST) {
            throw new StartRefused("La note compte plus de 500 caractères.", "The note has more than 500 characters.");
        }
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
                Assembly assembly =
                        new Assembly(settings, source, vault.orElseThrow(), ids, Clock.systemUTC(), Notices.none());
                InstallationGuard.requireSame(assembly.platform().database(), settings);
                pause(assembly, organisation, namespace.get("reason"), note);
            } finally {
                source.close(true);
            }
        }
    }

    private static void pause(Assembly assembly, OrganisationId organisation, PauseReason reason, String note) {
        if (!assembly.features().organisation().pauseAtOnce().apply(organisation, reason, note)) {
            throw new StartRefused(
                    "Aucun rattachement en cours sous cet identifiant, ou il est déjà en pause.",
                    "No membership in force under this id, or it is suspended already.");
        }
        StartupConsole.console().println("C’est fait et noté. Le réseau termine la pause sur la page de la structure.");
        StartupConsole.console().println("Done and recorded. The network ends it on the page of the organisation.");
    }

    private static OrganisationId organisation(String text) {
        try {
            return OrganisationId.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw new StartRefused(
                    "--organisation attend l’identifiant de la structure, à la fin de son adresse publique /issuers/….",
                    "--organisation expects the id of the organisation, the end of its public address /issuers/….");
        }
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!CommandErrors.print(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }
}
