package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Acceptances, in a transaction of their holder. */
final class Acceptances {
    /** Time from an acceptance to the end of its withdrawal. */
    static final Duration WITHDRAWABLE = Duration.ofDays(30);

    private final Clock clock;

    Acceptances(Clock clock) {
        this.clock = clock;
    }

    /** The acceptance that led to a credential of the holder. */
    Optional<AcceptanceDao.AcceptanceRow> find(Handle handle, HolderId holder, CredentialId credential) {
        return handle.attach(AcceptanceDao.class).ofHolder(credential.value(), holder.value());
    }

    /** The end of its withdrawal; empty when it has passed, when it was withdrawn, or when it is not theirs. */
    Optional<Instant> withdrawableUntil(Handle handle, HolderId holder, CredentialId credential) {
        return withdrawable(handle, holder, credential).map(Acceptances::end);
    }

    /** The same as an acceptance. */
    Optional<AcceptanceDao.AcceptanceRow> withdrawable(Handle handle, HolderId holder, CredentialId credential) {
        return find(handle, holder, credential)
                .filter(row -> row.withdrawnAt() == null)
                .filter(row -> end(row).isAfter(clock.instant()));
    }

    static Instant end(AcceptanceDao.AcceptanceRow acceptance) {
        return acceptance.acceptedAt().plus(WITHDRAWABLE);
    }
}
