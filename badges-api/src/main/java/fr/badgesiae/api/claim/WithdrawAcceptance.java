package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.RevokeCredential;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The holder says, within thirty days, that accepting was not their choice: the badge is taken back. */
public final class WithdrawAcceptance {
    static final Duration TIME = Duration.ofDays(30);

    private final Database database;
    private final RevokeCredential revoke;
    private final Clock clock;

    WithdrawAcceptance(Database database, RevokeCredential revoke, Clock clock) {
        this.database = database;
        this.revoke = revoke;
        this.clock = clock;
    }

    /** Until when the holder may say so; empty when it is too late, was said before, or is not theirs. */
    public Optional<Instant> possibleUntil(HolderId holder, CredentialId credential) {
        return database.inHolder(holder, handle -> possibleUntil(handle, holder, credential));
    }

    /** The same in a holder's transaction. */
    Optional<Instant> possibleUntil(Handle handle, HolderId holder, CredentialId credential) {
        return handle.attach(AcceptanceDao.class)
                .ofHolder(credential.value(), holder.value())
                .filter(row -> row.withdrawnAt() == null)
                .map(row -> row.acceptedAt().plus(TIME))
                .filter(end -> end.isAfter(clock.instant()));
    }

    /** Withdraws; false when it is too late, was said before, or is not theirs. */
    public boolean withdraw(HolderId holder, CredentialId credential) {
        Optional<AcceptanceRow> found = acceptance(holder, credential);
        if (found.isEmpty()) {
            return false;
        }
        UUID id = found.get().id();
        OrganisationId organisation = new OrganisationId(found.get().organisationId());
        return database.inOrganisation(organisation, handle -> {
            Database.alsoForHolder(handle, holder);
            Instant now = clock.instant();
            if (handle.attach(AcceptanceDao.class).withdraw(id, holder.value(), now, now.minus(TIME)) != 1) {
                return false;
            }
            if (!revoke.revoke(
                    handle, organisation, credential, PublicReason.HOLDER_WITHDREW, "", Actor.holder(holder))) {
                // Rolls back: the badge is still being made, or the organisation took it back before.
                throw new ProblemException(ProblemType.CONFLICT, "This badge cannot be withdrawn right now.");
            }
            return true;
        });
    }

    private Optional<AcceptanceRow> acceptance(HolderId holder, CredentialId credential) {
        return database.inHolder(
                holder, handle -> handle.attach(AcceptanceDao.class).ofHolder(credential.value(), holder.value()));
    }
}
