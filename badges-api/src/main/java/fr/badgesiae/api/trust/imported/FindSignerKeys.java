package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.PublicKeys;
import java.util.List;

/** Resolves the DID of a signer to its current assertion keys. Never in a transaction. */
public final class FindSignerKeys {
    private final Settings settings;
    private final Fetcher door;
    private final PublicKeys keys = new PublicKeys(Crypto.best());

    /**
     * @param door fetches DID documents; without a cache, so that each call reads the current keys
     */
    public FindSignerKeys(Settings settings, Fetcher door) {
        this.settings = settings;
        this.door = door;
    }

    /** @return empty when the DID does not resolve */
    List<Fingerprint> apply(String did) {
        // In a demonstration and in tests everything runs on one machine.
        KeyResolver resolver = new KeyResolver(keys, new IssuerDocuments(door), !settings.secureCookies());
        return Fingerprint.of(resolver.assertionKeys(did));
    }
}
