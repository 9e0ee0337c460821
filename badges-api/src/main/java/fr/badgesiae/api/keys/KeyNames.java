package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.Settings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** URLs of keys and DIDs of their owners. */
final class KeyNames {
    private final Settings settings;

    KeyNames(Settings settings) {
        this.settings = settings;
    }

    /** The {@code did:web} of an organisation, or of the platform for null. */
    String did(@Nullable UUID organisation) {
        String host = "did:web:" + settings.didHost();
        return organisation == null ? host : host + ":issuers:" + organisation;
    }

    /** The Multikey form of a key in its DID document. */
    String verificationMethod(@Nullable UUID organisation, UUID key) {
        return did(organisation) + "#" + key;
    }

    String keyUrl(UUID key) {
        return settings.url("/keys/" + key);
    }
}
