package fr.badgesiae.api.commands;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Compares the public URL and mode with those of the first start on this database. */
public final class InstallationGuard {
    private InstallationGuard() {}

    /**
     * Records the first start, or requires a later one to match it.
     *
     * @throws StartRefused when the database belongs to a demonstration or to another address
     */
    public static void recordOrRequireSame(Database database, Settings settings, Instant now) {
        boolean first = database.inPublic(handle -> handle.createUpdate("""
                        INSERT INTO installation (public_url, demonstration, created_at)
                        VALUES (:url, :demonstration, :now)
                        ON CONFLICT (one) DO NOTHING
                        """)
                        .bind("url", settings.publicUrl().toString())
                        .bind("demonstration", settings.demonstration())
                        .bind("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .execute())
                == 1;
        if (!first) {
            requireSame(database, settings);
        }
    }

    /**
     * Requires a match with the first start, if any.
     *
     * @throws StartRefused when the database belongs to a demonstration or to another address
     */
    static void requireSame(Database database, Settings settings) {
        Optional<FirstStart> stored = database.inPublic(handle -> handle.createQuery(
                        "SELECT public_url, demonstration FROM installation")
                .map((row, context) -> new FirstStart(row.getString("public_url"), row.getBoolean("demonstration")))
                .findOne());
        stored.ifPresent(row -> compare(row, settings));
    }

    private record FirstStart(String publicUrl, boolean demonstration) {}

    private static void compare(FirstStart stored, Settings settings) {
        if (stored.demonstration() != settings.demonstration()) {
            throw new StartRefused(
                    settings.demonstration()
                            ? "Cette base appartient à un vrai service ; une démonstration n’y démarre pas. Choisissez un autre dossier de données avec BADGES_DATA."
                            : "Cette base porte la marque DEMONSTRATION ; un vrai service n’y démarre pas. Prenez une base vide.",
                    settings.demonstration()
                            ? "This database belongs to a real service; a demonstration does not start on it. Choose"
                                    + " another data folder with BADGES_DATA."
                            : "This database is marked DEMONSTRATION; a real service does not start on it. Use an empty"
                                    + " database.");
        }
        String first = stored.publicUrl();
        if (!first.equals(settings.publicUrl().toString())) {
            throw new StartRefused(
                    "Cette base a d’abord démarré sous " + first + " et doit maintenant répondre à "
                            + settings.publicUrl()
                            + ". Tous les badges signés, leurs clés, leur liste de retraits et tous les QR codes imprimés portent la première adresse et ne marcheraient plus. Démarrez avec la première adresse, ou avec un autre dossier de données (BADGES_DATA).",
                    "This database was first started as " + first + " and is now asked to be "
                            + settings.publicUrl()
                            + ". Every badge signed so far, its keys, its status list and every printed QR"
                            + " code point at the first address and would stop working. Start with the first address, or with"
                            + " another data folder (BADGES_DATA).");
        }
    }
}
