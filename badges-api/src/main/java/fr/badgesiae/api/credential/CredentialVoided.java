package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Told, in the same transaction, when our own verifier refused what was to be released. */
@FunctionalInterface
public interface CredentialVoided {
    /** The offer is to go back to OFFERED: its acceptance led to nothing. */
    void voided(Handle handle, OrganisationId organisation, UUID offerId);
}
