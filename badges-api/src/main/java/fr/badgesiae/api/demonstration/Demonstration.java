package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.account.DemonstrationAccounts;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.DemonstrationData;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Seeds an empty database with an invented network, once. Account passwords are stored in the data folder. */
public final class Demonstration {
    private final Assembly assembly;
    private final DataFolder folder;
    private final BiConsumer<String, String> console;

    /**
     * @param console receives each progress message in French and in English
     */
    public Demonstration(Assembly assembly, DataFolder folder, BiConsumer<String, String> console) {
        this.assembly = assembly;
        this.folder = folder;
        this.console = console;
    }

    public void prepare() {
        if (!DemoSeedMarker.unfinished(folder)) {
            return;
        }
        console.accept("Création des données de démonstration…", "Making up demonstration data…");
        DemonstrationAccounts.People people =
                assembly.features().account().demonstration().seed(login -> password(folder, login));
        assembly.features()
                .demonstrate(new DemonstrationData(
                        counsellor(people.firstCounsellor()),
                        counsellor(people.secondCounsellor()),
                        LocalDate.now(assembly.platform().clock())));
        DemoSeedMarker.done(folder);
    }

    private static Principal counsellor(DemonstrationAccounts.Member member) {
        UUID noSession = new UUID(0, 0);
        return new Principal(member.account(), member.organisation(), Role.COUNSELLOR, "", "", noSession);
    }

    /** The password of one invented account: random, stored in the folder with mode 0600, the same at every start. */
    public static String password(DataFolder folder, String login) {
        return folder.secret(
                "password-" + login, () -> Ids.secure().code().grouped().toLowerCase(Locale.ROOT));
    }
}
