package fr.badgesiae.api;

import fr.badgesiae.api.account.DemonstrationAccounts;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import java.time.LocalDate;
import java.util.Locale;

/** Fills an empty database with an invented network, once, and keeps the passwords of its accounts in the data folder. */
final class Demonstration {
    private final Assembly assembly;
    private final DataFolder folder;
    private final Progress progress;

    Demonstration(Assembly assembly, DataFolder folder, Progress progress) {
        this.assembly = assembly;
        this.folder = folder;
        this.progress = progress;
    }

    void prepare() {
        if (!FirstStart.unfinished(folder)) {
            return;
        }
        progress.say("Création des données de démonstration…", "Making up demonstration data…");
        DemonstrationAccounts.People people =
                assembly.features().account().demonstration().seed(login -> password(folder, login));
        assembly.features()
                .fillDemonstration(people, LocalDate.now(assembly.platform().clock()));
        FirstStart.done(folder);
    }

    /** The password of one invented account: drawn for this folder, kept there 0600, the same at every start. */
    static String password(DataFolder folder, String login) {
        return folder.secret(
                "password-" + login, () -> Ids.secure().code().grouped().toLowerCase(Locale.ROOT));
    }
}
