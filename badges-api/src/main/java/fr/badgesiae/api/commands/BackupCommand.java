package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.operations.MakeBackup;
import fr.badgesiae.api.operations.backup.AgeEncryption;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.ConnectionPool;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.tomcat.jdbc.pool.DataSource;

/** {@code backup}: writes an encrypted backup, beside a running service or without one. {@code --new-key}: makes a key for it. */
public final class BackupCommand extends ConfiguredCommand<BadgesConfiguration> {
    public BackupCommand() {
        super("backup", "writes an encrypted backup of the database, or makes the key for it");
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        subparser.addArgument("--to").help("the folder; otherwise backup.folder (BADGES_BACKUP_FOLDER)");
        subparser
                .addArgument("--recipient")
                .help(
                        "whom it is encrypted to, age1…, several separated by commas; otherwise backup.recipients (BADGES_BACKUP_RECIPIENTS)");
        subparser
                .addArgument("--new-key")
                .dest("key")
                .help("writes a new key to this file and prints its recipient; makes no backup");
    }

    @Override
    protected void run(Bootstrap<BadgesConfiguration> bootstrap, Namespace namespace, BadgesConfiguration configuration)
            throws IOException, SQLException {
        String key = namespace.getString("key");
        if (key != null) {
            newKey(Path.of(key));
            return;
        }
        String folder = Optional.ofNullable(namespace.getString("to"))
                .orElse(configuration.backup().folder());
        List<String> recipients = Backups.recipients(Optional.ofNullable(namespace.getString("recipient"))
                .orElse(configuration.backup().recipients()));
        if (folder.isBlank()) {
            throw new StartRefused(
                    "Où écrire ? Donnez un dossier : --to DOSSIER, ou backup.folder (BADGES_BACKUP_FOLDER).",
                    "Where to? Give a folder: --to FOLDER, or backup.folder (BADGES_BACKUP_FOLDER).");
        }
        backup(bootstrap, configuration, Path.of(folder), recipients);
    }

    private static void backup(
            Bootstrap<BadgesConfiguration> bootstrap,
            BadgesConfiguration configuration,
            Path folder,
            List<String> recipients)
            throws IOException, SQLException {
        Ids ids = Ids.secure();
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<Settings> settings = problems.collect(() -> Addresses.published(configuration));
        Optional<Vault> vault = Secrets.ofConfiguration(configuration, ids, problems);
        problems.collect(() -> Storage.external(configuration));
        problems.throwIfAny();
        try (Storage storage = Storage.owned(configuration, ids, new StartupConsole(false))) {
            storage.logins().migrations().requireNonePending();
            DataSource source = ConnectionPool.open(storage.logins().service(), 2, bootstrap.getMetricRegistry());
            try {
                Assembly assembly = new Assembly(
                        settings.orElseThrow(), source, vault.orElseThrow(), ids, Clock.systemUTC(), Notices.none());
                InstallationGuard.requireSame(assembly.platform().database(), settings.orElseThrow());
                MakeBackup make = Backups.make(assembly, storage, folder, recipients);
                print(make.apply());
            } finally {
                source.close(true);
            }
        }
    }

    private static void print(MakeBackup.Made made) {
        PrintStream console = StartupConsole.console();
        console.println("Sauvegarde / backup: " + made.file());
        console.println("Tables : %d, lignes / rows: %d, octets / bytes: %d, anciennes effacées / old ones deleted: %d"
                .formatted(made.written().tables(), made.written().rows(), made.bytes(), made.pruned()));
        console.println("La clé maîtresse et le poivre n’y sont pas : gardez-les ailleurs, avec la clé de sauvegarde.");
        console.println(
                "It holds neither BADGES_MASTER_KEY nor BADGES_PEPPER: keep both elsewhere, with the key of backups.");
    }

    private static void newKey(Path file) throws IOException {
        AgeEncryption.NewKey made = AgeEncryption.newKey();
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused(
                    "Ce fichier existe déjà, et une clé n’en remplace pas une autre : " + file,
                    "This file exists, and a key does not replace another one: " + file,
                    e);
        }
        Files.writeString(file, "# public key: " + made.recipient() + "\n" + made.identity() + "\n");
        PrintStream console = StartupConsole.console();
        console.println("Clé écrite dans " + file
                + " : gardez ce fichier loin de ce serveur. Sans lui, aucune sauvegarde ne s’ouvre.");
        console.println(
                "Key written to " + file + ": keep this file away from this server. Without it no backup opens.");
        console.println("BADGES_BACKUP_RECIPIENTS=" + made.recipient());
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!CommandErrors.print(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }
}
