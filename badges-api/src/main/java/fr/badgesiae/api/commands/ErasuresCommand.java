package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.ConnectionPool;
import fr.badgesiae.api.privacy.PrivacyModule;
import fr.badgesiae.api.privacy.erasure.Erased;
import fr.badgesiae.api.privacy.erasure.ReplayErasures;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * {@code erasures list} and {@code erasures replay}: carries erasures over the restore of an older copy. The list has ids
 * alone, one erasure a line.
 */
public final class ErasuresCommand extends ConfiguredCommand<BadgesConfiguration> {
    public ErasuresCommand() {
        super("erasures", "lists erasures, or repeats them after a restore");
    }

    @Override
    public void configure(Subparser subparser) {
        subparser.addArgument("action").choices("list", "replay").help("what to do");
        super.configure(subparser);
        subparser
                .addArgument("--since")
                .setDefault("1970-01-01T00:00:00Z")
                .help("list: erasures from this instant on, such as 2026-11-02T09:00:00Z");
        subparser.addArgument("--from").help("replay: the file with the list");
    }

    @Override
    protected void run(Bootstrap<BadgesConfiguration> bootstrap, Namespace namespace, BadgesConfiguration configuration)
            throws Exception {
        Ids ids = Ids.secure();
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<Settings> published = problems.collect(() -> Addresses.published(configuration));
        Optional<Vault> vault = Secrets.ofConfiguration(configuration, ids, problems);
        problems.collect(() -> Storage.external(configuration));
        problems.throwIfAny();
        Settings settings = published.orElseThrow();
        try (Storage storage = Storage.production(configuration, ids, new StartupConsole(false))) {
            DataSource source = ConnectionPool.open(storage.logins().service(), 2, bootstrap.getMetricRegistry());
            try {
                // No page is served: the notices may be incomplete.
                Notices notices = configuration.notices().orElseGet(Notices::none);
                Assembly assembly =
                        new Assembly(settings, source, vault.orElseThrow(), ids, Clock.systemUTC(), notices);
                InstallationGuard.requireSame(assembly.platform().database(), settings);
                act(assembly.features().privacy(), namespace);
            } finally {
                source.close(true);
            }
        }
    }

    private static void act(PrivacyModule privacy, Namespace namespace) throws IOException {
        if (namespace.getString("action").equals("list")) {
            privacy.list().apply(since(namespace)).forEach(StartupConsole.console()::println);
        } else {
            replay(privacy.replay(), namespace.getString("from"));
        }
    }

    private static Instant since(Namespace namespace) {
        try {
            return Instant.parse(namespace.getString("since"));
        } catch (DateTimeException e) {
            throw new StartRefused(
                    "--since attend un instant, comme 2026-11-02T09:00:00Z.",
                    "--since takes an instant, such as 2026-11-02T09:00:00Z.",
                    e);
        }
    }

    private static void replay(ReplayErasures replay, @Nullable String from) throws IOException {
        if (from == null) {
            throw new StartRefused(
                    "Donnez la liste : erasures replay --from FICHIER.", "Give the list: erasures replay --from FILE.");
        }
        PrintStream console = StartupConsole.console();
        List<String> lines = Files.readAllLines(Path.of(from));
        long repeated = 0;
        for (String line : lines) {
            if (!line.isBlank() && replay.apply(line) == Erased.ERASED) {
                repeated++;
            }
        }
        console.println("Effacements répétés / erasures repeated: " + repeated);
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!CommandErrors.print(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }
}
