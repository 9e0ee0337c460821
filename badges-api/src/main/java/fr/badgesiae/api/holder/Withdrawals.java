package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import java.time.Instant;
import java.util.Optional;

/** Until when a holder may say that a badge was not their choice. */
@FunctionalInterface
public interface Withdrawals {
    /** Empty when it is too late, was said before, or is not theirs. */
    Optional<Instant> possibleUntil(HolderId holder, CredentialId credential);
}
