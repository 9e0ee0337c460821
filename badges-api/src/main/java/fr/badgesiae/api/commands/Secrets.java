package fr.badgesiae.api.commands;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The two secrets outside the database: master key and pepper. */
public final class Secrets {
    private static final int BYTES = 32;

    private Secrets() {}

    /** Generated once and stored in the data folder with mode 0600. */
    public static Vault ofFolder(DataFolder folder, Ids ids) {
        byte[] key = read("master-key", folder.secret("master-key", () -> generate(ids)));
        byte[] pepper = read("pepper", folder.secret("pepper", () -> generate(ids)));
        return new Vault(Map.of(1, key), pepper, ids);
    }

    /** From the configuration; empty when one is missing. */
    static Optional<Vault> ofConfiguration(BadgesConfiguration configuration, Ids ids, ConfigurationProblems problems) {
        Optional<byte[]> key = problems.collect(() -> read("masterKey (BADGES_MASTER_KEY)", configuration.masterKey()));
        Optional<byte[]> pepper = problems.collect(() -> read("pepper (BADGES_PEPPER)", configuration.pepper()));
        return key.flatMap(master -> pepper.map(second -> new Vault(Map.of(1, master), second, ids)));
    }

    private static String generate(Ids ids) {
        return Base64.getEncoder().encodeToString(ids.bytes(BYTES));
    }

    private static byte[] read(String name, String text) {
        try {
            byte[] secret = Base64.getDecoder().decode(text);
            if (secret.length == BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            // Reported below without the given value, which may be a secret.
        }
        throw new StartRefused(
                name + " doit être 32 octets tirés au hasard, en base64. Pour en faire un : openssl rand -base64 32",
                name + " must be 32 random bytes in base64. Make one with: openssl rand -base64 32");
    }
}
