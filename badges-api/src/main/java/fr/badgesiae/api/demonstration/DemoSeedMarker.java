package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;

/** Remembers in the data folder that its invented data are not complete yet: whoever is killed meanwhile begins again. */
public final class DemoSeedMarker {
    private static final String MARK = "demonstration-unfinished";

    private DemoSeedMarker() {}

    /**
     * Before the database is there.
     *
     * @return whether an earlier first start was interrupted
     */
    public static boolean begin(DataFolder folder) {
        if (unfinished(folder)) {
            return true;
        }
        if (!Files.exists(folder.resolve("postgresql"))) {
            folder.secret(MARK, () -> "The demonstration's data are being made up.");
        }
        return false;
    }

    static boolean unfinished(DataFolder folder) {
        return Files.exists(folder.resolve(MARK));
    }

    /** Once everything is in the database. */
    static void done(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.resolve(MARK));
        } catch (IOException e) {
            throw new StartRefused(
                    "Le dossier de données " + folder.path() + " ne peut pas être écrit : " + e.getMessage(),
                    "The data folder " + folder.path() + " cannot be written: " + e.getMessage(),
                    e);
        }
    }
}
