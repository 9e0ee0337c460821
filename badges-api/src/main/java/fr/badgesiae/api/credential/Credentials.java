package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.worker.WorkerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Credentials, as other features may see them; voided ones are never shown. */
public final class Credentials {
    Credentials() {}

    @SuppressWarnings("DoNotCallSuggester")
    public Optional<IssuedCredential> find(Handle handle, OrganisationId organisation, CredentialId credential) {
        throw new UnsupportedOperationException(handle + " " + organisation + " " + credential);
    }

    /** The credential an accepted offer led to. */
    @SuppressWarnings("DoNotCallSuggester")
    public Optional<IssuedCredential> ofOffer(Handle handle, OrganisationId organisation, UUID offerId) {
        throw new UnsupportedOperationException(handle + " " + organisation + " " + offerId);
    }

    /** All badges of a holder, newest first, from whichever organisation; in a holder's transaction. */
    @SuppressWarnings("DoNotCallSuggester")
    public List<IssuedCredential> ofHolder(Handle handle, HolderId holder) {
        throw new UnsupportedOperationException(handle + " " + holder);
    }

    @SuppressWarnings("DoNotCallSuggester")
    public List<IssuedCredential> ofWorker(Handle handle, OrganisationId organisation, WorkerId worker) {
        throw new UnsupportedOperationException(handle + " " + organisation + " " + worker);
    }
}
