package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Listener for a credential that our own verifier refuses, called in the same transaction. */
@FunctionalInterface
public interface CredentialVoided {
    /** Must set the offer back to OFFERED: its acceptance led to no badge. */
    void voided(Handle handle, OrganisationId organisation, UUID offerId);
}
