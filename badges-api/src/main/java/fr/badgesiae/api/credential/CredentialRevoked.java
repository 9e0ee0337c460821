package fr.badgesiae.api.credential;

import org.jdbi.v3.core.Handle;

/** Listener for a badge that an organisation revokes at its desk, called in the same transaction. */
@FunctionalInterface
public interface CredentialRevoked {
    void revoked(Handle handle, CredentialId credential);
}
