package fr.badgesiae.api.edition.pause;

import fr.badgesiae.api.credential.CredentialId;
import org.jdbi.v3.core.Handle;

/** Listener for badges that an organisation pauses or resumes, called in the same transaction. */
public interface PauseListener {
    void paused(Handle handle, CredentialId badge);

    void resumed(Handle handle, CredentialId badge);
}
