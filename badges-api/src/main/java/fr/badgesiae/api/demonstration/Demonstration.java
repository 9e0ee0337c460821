package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import java.time.Instant;
import java.util.Locale;
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
        Instant now = assembly.platform().clock().instant();
        Story.Told told = new Story(assembly, now, login -> password(folder, login)).tell();
        told.handout().keep(folder);
        // An ordinary commit: with it everything before is durable.
        assembly.features().account().demonstration().seeded(told.network());
        DemoSeedMarker.done(folder);
    }

    /** The password of one invented account: random, stored in the folder with mode 0600, the same at every start. */
    public static String password(DataFolder folder, String login) {
        return folder.secret(
                "password-" + login, () -> Ids.secure().code().grouped().toLowerCase(Locale.ROOT));
    }
}
