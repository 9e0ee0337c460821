package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;

/** Marker file in the data folder while demonstration data are incomplete. An interrupted first start is repeated. */
public final class DemoSeedMarker {
    private static final String MARKER = "demonstration-unfinished";

    private DemoSeedMarker() {}

    /**
     * Creates the marker before a new database; call this before the database starts.
     *
     * @return whether an earlier first start was interrupted
     */
    public static boolean begin(DataFolder folder) {
        if (unfinished(folder)) {
            return true;
        }
        if (!Files.exists(folder.resolve("postgresql"))) {
            folder.secret(MARKER, () -> "The demonstration's data are being made up.");
        }
        return false;
    }

    static boolean unfinished(DataFolder folder) {
        return Files.exists(folder.resolve(MARKER));
    }

    /** Removes the marker once all data are committed. */
    static void done(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.resolve(MARKER));
        } catch (IOException e) {
            throw new StartRefused(
                    "Le dossier de données " + folder.path() + " ne peut pas être écrit : " + e.getMessage(),
                    "The data folder " + folder.path() + " cannot be written: " + e.getMessage(),
                    e);
        }
    }
}
