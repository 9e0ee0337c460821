package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.operations.DailyBackup;
import fr.badgesiae.api.operations.MakeBackup;
import fr.badgesiae.api.operations.backup.AgeEncryption;
import fr.badgesiae.api.platform.StartRefused;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Backups as the configuration asks for them. */
public final class Backups {
    private Backups() {}

    /** @throws StartRefused for a folder without a recipient, or a recipient that is none */
    public static void require(BadgesConfiguration configuration) {
        if (!configuration.backup().folder().isBlank()) {
            recipients(configuration.backup().recipients());
        }
    }

    /** Empty without a folder, or where this process does not know the role that owns the tables. */
    public static Optional<DailyBackup> daily(BadgesConfiguration configuration, Storage storage, Assembly assembly) {
        String folder = configuration.backup().folder();
        if (folder.isBlank()) {
            return Optional.empty();
        }
        List<String> recipients = recipients(configuration.backup().recipients());
        return storage.logins()
                .owner()
                .map(owner -> new DailyBackup(
                        Path.of(folder),
                        make(assembly, storage, Path.of(folder), recipients),
                        assembly.platform().clock()));
    }

    static MakeBackup make(Assembly assembly, Storage storage, Path folder, List<String> recipients) {
        return new MakeBackup(
                assembly.platform(),
                assembly.features().privacy().list()::apply,
                storage.logins().owner().orElseThrow(),
                folder,
                recipients);
    }

    static List<String> recipients(String text) {
        List<String> recipients = Arrays.stream(text.split("[,\\s]+"))
                .filter(part -> !part.isBlank())
                .toList();
        AgeEncryption.requireRecipients(recipients);
        return recipients;
    }
}
