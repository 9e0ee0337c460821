package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.credential.sign.JudgeReleased;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.operations.backup.BackupFolder;
import fr.badgesiae.api.operations.backup.RestoreBackup;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.ConnectionPool;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import fr.badgesiae.api.platform.db.Folders;
import fr.badgesiae.api.privacy.erasure.Erased;
import fr.badgesiae.api.statuslist.RetireLists;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.tomcat.jdbc.pool.DataSource;

/**
 * {@code restore}: fills an empty database from a backup, repeats the erasures since, and retires the status lists. {@code --verify}
 * then judges every badge and the journal; {@code --rehearse} does all of it in a database of its own, which it deletes.
 */
public final class RestoreCommand extends ConfiguredCommand<BadgesConfiguration> {
    /** So many faults are printed. */
    private static final int MOST = 20;

    public RestoreCommand() {
        super("restore", "restores a backup into an empty database, verifies it, or rehearses both");
    }

    @Override
    public void configure(Subparser subparser) {
        subparser.addArgument("backup").help("the file, badges-….age");
        super.configure(subparser);
        subparser.addArgument("--key").required(true).help("the file with the key of backups");
        subparser.addArgument("--erasures").help("a list of erasures, beside those in the folder of the backup");
        subparser
                .addArgument("--verify")
                .action(Arguments.storeTrue())
                .help("judges every badge, and compares the journal with its seal");
        subparser
                .addArgument("--rehearse")
                .action(Arguments.storeTrue())
                .help("in a database of its own, beside the installation, which stays as it is; verifies too");
    }

    /** What the operator wants, and from what. */
    private record Wish(Path backup, List<String> identities, List<Path> erasures, boolean verify) {}

    @Override
    protected void run(Bootstrap<BadgesConfiguration> bootstrap, Namespace namespace, BadgesConfiguration configuration)
            throws IOException, SQLException {
        boolean rehearse = Boolean.TRUE.equals(namespace.getBoolean("rehearse"));
        Wish wish = wish(namespace, rehearse || Boolean.TRUE.equals(namespace.getBoolean("verify")));
        Ids ids = Ids.secure();
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<Settings> settings = problems.collect(() -> Addresses.published(configuration));
        Optional<Vault> vault = Secrets.ofConfiguration(configuration, ids, problems);
        if (!rehearse) {
            problems.collect(() -> Storage.external(configuration));
        }
        problems.throwIfAny();
        if (rehearse) {
            rehearse(bootstrap, wish, settings.orElseThrow(), vault.orElseThrow(), ids);
        } else {
            requireUnserved(configuration);
            try (Storage storage = Storage.owned(configuration, ids, new StartupConsole(false))) {
                restore(bootstrap, storage, wish, settings.orElseThrow(), vault.orElseThrow(), ids);
            }
        }
    }

    private static Wish wish(Namespace namespace, boolean verify) throws IOException {
        Path backup = Path.of(namespace.getString("backup"));
        List<Path> erasures = new ArrayList<>();
        Optional.ofNullable(namespace.getString("erasures")).map(Path::of).ifPresent(erasures::add);
        for (Path file : List.of(backup, Path.of(namespace.getString("key")))) {
            if (!Files.isReadable(file)) {
                throw new StartRefused("Ce fichier ne se lit pas : " + file, "This file cannot be read: " + file);
            }
        }
        return new Wish(backup, lines(Path.of(namespace.getString("key"))), erasures, verify);
    }

    private static void requireUnserved(BadgesConfiguration configuration) {
        if (configuration.database().url().isBlank()) {
            DataFolder.requireUnserved(Path.of(configuration.dataFolder()));
        }
    }

    private static void rehearse(
            Bootstrap<BadgesConfiguration> bootstrap, Wish wish, Settings settings, Vault vault, Ids ids)
            throws IOException, SQLException {
        Path folder = Files.createTempDirectory("badges-rehearsal");
        try (Storage storage = Storage.rehearsal(folder, ids)) {
            restore(bootstrap, storage, wish, settings, vault, ids);
        } finally {
            Folders.delete(folder);
        }
        StartupConsole.console()
                .println("Répétition faite, sa base est effacée. / Rehearsed; its database is deleted.");
    }

    private static void restore(
            Bootstrap<BadgesConfiguration> bootstrap,
            Storage storage,
            Wish wish,
            Settings settings,
            Vault vault,
            Ids ids)
            throws IOException, SQLException {
        PrintStream console = StartupConsole.console();
        RestoreBackup.Restored restored =
                new RestoreBackup(settings, vault).apply(storage.logins(), wish.backup(), wish.identities());
        console.println("RESTORED %d tables, %d rows, as of %s, written by %s"
                .formatted(restored.tables(), restored.rows(), restored.at(), restored.program()));
        storage.logins().requireBound();
        DatabaseAddress owner = storage.logins().owner().orElseThrow();
        try (Connection connection = owner.connect()) {
            console.println("LISTS retired: " + new RetireLists().apply(connection)
                    + ". The next badge of each organisation opens another");
        }
        DataSource source = ConnectionPool.open(storage.logins().service(), 2, bootstrap.getMetricRegistry());
        try {
            Assembly assembly = new Assembly(settings, source, vault, ids, Clock.systemUTC(), Notices.none());
            InstallationGuard.requireSame(assembly.platform().database(), settings);
            // Before the first audit line: a restored database counts transactions anew.
            assembly.features().journal().seal().prepare();
            console.println("ERASURES repeated: " + repeat(assembly, wish, restored));
            if (wish.verify()) {
                verify(assembly, owner, console);
            }
        } finally {
            source.close(true);
        }
    }

    private static long repeat(Assembly assembly, Wish wish, RestoreBackup.Restored restored) throws IOException {
        List<Path> lists = new ArrayList<>(BackupFolder.erasuresAfter(wish.backup(), restored.at()));
        lists.addAll(wish.erasures());
        TreeSet<String> lines = new TreeSet<>();
        for (Path list : lists) {
            lines.addAll(lines(list));
        }
        return lines.stream()
                .filter(line -> !line.isBlank())
                .filter(line -> assembly.features().privacy().replay().apply(line) == Erased.ERASED)
                .count();
    }

    private static void verify(Assembly assembly, DatabaseAddress owner, PrintStream console) throws SQLException {
        List<String> faults = new ArrayList<>();
        JudgeReleased.Judged judged;
        try (Connection connection = owner.connect()) {
            judged = assembly.features().credential().judgeReleased().apply(connection, faults::add);
        }
        faults.stream().limit(MOST).forEach(fault -> console.println("FAULT CREDENTIAL " + fault));
        console.println("CREDENTIALS valid: %d, over: %d, withdrawn: %d, faulty: %d"
                .formatted(judged.valid(), judged.over(), judged.withdrawn(), judged.faulty()));
        var journal = assembly.features()
                .journal()
                .seal()
                .verify()
                .apply(Optional.empty(), List.of())
                .orElseThrow();
        AuditCommand.lines(journal).stream()
                .filter(line -> !line.startsWith("OK ") || line.startsWith("OK INSTALLATION"))
                .forEach(line -> console.println("JOURNAL " + line));
        if (judged.faulty() > 0 || !journal.sound()) {
            throw new StartRefused(
                    "La restauration est faite, mais tout n’y est pas sain : voyez les lignes FAULT.",
                    "The restore is done, but not all is sound: see the lines FAULT.");
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new StartRefused("Ce fichier manque : " + file, "This file is missing: " + file, e);
        }
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!CommandErrors.print(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }
}
