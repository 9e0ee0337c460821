package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The deadlines until which holders may withdraw their acceptance. */
@FunctionalInterface
public interface Withdrawals {
    /** In a holder's transaction; empty when it is too late, was withdrawn before, or is not theirs. */
    Optional<Instant> possibleUntil(Handle handle, HolderId holder, CredentialId credential);
}
