package fr.badgesiae.api.commands;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import java.util.Base64;
import java.util.Map;

/** Finds the two secrets that stay outside the database: the master key and the pepper. */
public final class Secrets {
    private static final int BYTES = 32;

    private Secrets() {}

    /** Drawn once for the data folder and kept there, 0600. */
    public static Vault ofFolder(DataFolder folder, Ids ids) {
        byte[] key = read("master-key", folder.secret("master-key", () -> draw(ids)));
        byte[] pepper = read("pepper", folder.secret("pepper", () -> draw(ids)));
        return new Vault(Map.of(1, key), pepper, ids);
    }

    /** From the configuration; null where one is not there. */
    static Vault ofConfiguration(BadgesConfiguration configuration, Ids ids, ConfigurationProblems problems) {
        byte[] key = problems.look(() -> read("masterKey (BADGES_MASTER_KEY)", configuration.masterKey()));
        byte[] pepper = problems.look(() -> read("pepper (BADGES_PEPPER)", configuration.pepper()));
        return key == null || pepper == null ? null : new Vault(Map.of(1, key), pepper, ids);
    }

    private static String draw(Ids ids) {
        return Base64.getEncoder().encodeToString(ids.bytes(BYTES));
    }

    private static byte[] read(String name, String text) {
        try {
            byte[] secret = Base64.getDecoder().decode(text);
            if (secret.length == BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without repeating what was given.
        }
        throw new StartRefused(
                name + " doit être 32 octets tirés au hasard, en base64. Pour en faire un : openssl rand -base64 32",
                name + " must be 32 random bytes in base64. Make one with: openssl rand -base64 32");
    }
}
