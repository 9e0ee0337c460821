package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.operations.backup.AgeEncryption;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.db.EmbeddedDatabase;
import fr.badgesiae.api.platform.db.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation on one machine that is backed up, destroyed and restored from the command line. */
class BackupCommandTest {
    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    @TempDir
    private Path folder;

    private CommandLineRun.Ended run(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "BADGES_PUBLIC_URL",
                "https://badges.example",
                "BADGES_MASTER_KEY",
                KEY,
                "BADGES_PEPPER",
                KEY,
                "BADGES_DATA",
                folder.resolve("data").toString(),
                "BADGES_DATABASE_EMBEDDED",
                "true",
                "BADGES_BACKUP_FOLDER",
                folder.resolve("backups").toString()));
        environment.putAll(more);
        return CommandLineRun.run(CommandLineRun.SHIPPED, environment, arguments);
    }

    private List<Path> backups(String suffix) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatWasDestroyedIsThereAgain() throws Exception {
        String key = folder.resolve("backup-key.txt").toString();
        CommandLineRun.Ended made = run(Map.of(), "backup", "--new-key", key);
        assertThat(made.err()).isEmpty();
        String recipient = made.out().replaceFirst("(?s).*BADGES_BACKUP_RECIPIENTS=(\\S+).*", "$1");
        assertThat(recipient).startsWith("age1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(key))))
                .isEqualTo("rw-------");
        assertThat(run(Map.of(), "backup", "--new-key", key).err()).contains("existe déjà");

        assertThat(run(Map.of(), "create-admin", "--network", "Réseau des Deux Rives")
                        .failed())
                .isFalse();
        assertThat(run(Map.of(), "backup").err()).contains("--recipient age1");
        Map<String, String> known = Map.of("BADGES_BACKUP_RECIPIENTS", recipient);
        CommandLineRun.Ended backup = run(known, "backup");
        assertThat(backup.err()).isEmpty();
        assertThat(backup.out()).contains("Sauvegarde / backup: ", "BADGES_MASTER_KEY");
        String file = backups(".age").get(0).toString();
        assertThat(backups(".erasures")).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))))
                .isEqualTo("rw-------");

        CommandLineRun.Ended rehearsed = run(Map.of(), "restore", "--rehearse", "--key", key, file);
        assertThat(rehearsed.err()).isEmpty();
        assertThat(rehearsed.out())
                .contains(
                        "RESTORED ",
                        "CREDENTIALS valid: 0, over: 0, withdrawn: 0, faulty: 0",
                        "JOURNAL OK",
                        "Rehearsed");

        assertThat(run(Map.of(), "restore", "--key", key, file).err()).contains("n’est pas vide");
        Folders.delete(folder.resolve("data"));
        CommandLineRun.Ended restored = run(Map.of(), "restore", "--verify", "--key", key, file);
        assertThat(restored.err()).isEmpty();
        assertThat(restored.out()).contains("RESTORED ", "ERASURES repeated: 0");
        assertThat(run(Map.of(), "audit", "verify").failed()).isFalse();
        assertThat(run(Map.of(), "create-admin", "--network", "Réseau des Deux Rives")
                        .out())
                .as("the network is there, its administrator not yet")
                .contains("https://badges.example/");
        assertThat(run(known, "backup").failed()).isFalse();
    }

    @Test
    void backupsGoAfterTheirTimeAndTheNewestStays() throws Exception {
        String key = folder.resolve("backup-key.txt").toString();
        String recipient = run(Map.of(), "backup", "--new-key", key)
                .out()
                .replaceFirst("(?s).*BADGES_BACKUP_RECIPIENTS=(\\S+).*", "$1");
        Path kept = Files.createDirectories(folder.resolve("backups"));
        List<Path> old = List.of(
                kept.resolve("badges-2020-01-01T023000Z.age"), kept.resolve("badges-2020-01-01T023000Z.erasures"));
        for (Path file : old) {
            Files.writeString(file, "");
        }
        Path other = Files.writeString(kept.resolve("notes.txt"), "ours");
        run(Map.of(), "create-admin");

        CommandLineRun.Ended backup = run(Map.of("BADGES_BACKUP_RECIPIENTS", recipient), "backup");
        assertThat(backup.out()).contains("old ones deleted: 2");
        assertThat(old).noneMatch(Files::exists);
        assertThat(other).exists();
        assertThat(backups(".age")).hasSize(1);
    }

    /** The service holds the folder and runs its database: a backup is made beside it, a restore is not. */
    @Test
    void aBackupIsMadeBesideTheService() throws Exception {
        run(Map.of(), "create-admin");
        String recipient = AgeEncryption.newKey().recipient();
        try (DataFolder held = DataFolder.open(folder.resolve("data"));
                EmbeddedDatabase service = EmbeddedDatabase.start(held, Ids.secure())) {
            assertThat(service.logins().owner()).isPresent();
            CommandLineRun.Ended backup = run(Map.of("BADGES_BACKUP_RECIPIENTS", recipient), "backup");
            assertThat(backup.err()).isEmpty();
            assertThat(backup.out()).contains("Sauvegarde / backup: ");
        }
        assertThat(backups(".age")).hasSize(1);
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        assertThat(run(Map.of(), "backup", "--recipient", "age1nobody").err()).contains("age1nobody");
        assertThat(run(
                                Map.of("BADGES_BACKUP_FOLDER", ""),
                                "backup",
                                "--recipient",
                                AgeEncryption.newKey().recipient())
                        .err())
                .contains("--to");
        assertThat(run(Map.of(), "restore", "--key", "missing.txt", "missing.age")
                        .err())
                .contains("missing.age");
    }
}
