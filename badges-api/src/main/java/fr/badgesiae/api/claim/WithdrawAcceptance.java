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
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Withdraws an acceptance within thirty days, when accepting was not the holder's choice: the badge is revoked. */
public final class WithdrawAcceptance {
    private final Database database;
    private final Acceptances acceptances;
    private final RevokeCredential revoke;
    private final Clock clock;

    WithdrawAcceptance(Database database, Acceptances acceptances, RevokeCredential revoke, Clock clock) {
        this.database = database;
        this.acceptances = acceptances;
        this.revoke = revoke;
        this.clock = clock;
    }

    /**
     * Withdraws it.
     *
     * @return false when the end has passed, when it was withdrawn before, or when it is not theirs
     * @throws ProblemException CONFLICT while the badge is still being made, or when the organisation revoked it before
     */
    public boolean apply(HolderId holder, CredentialId credential) {
        return database.inHolder(
                holder,
                handle -> acceptances
                        .find(handle, holder, credential)
                        .map(row -> withdraw(handle, row, holder, credential))
                        .orElse(false));
    }

    private boolean withdraw(Handle handle, AcceptanceDao.AcceptanceRow row, HolderId holder, CredentialId credential) {
        OrganisationId organisation = new OrganisationId(row.organisationId());
        Instant now = clock.instant();
        Instant since = now.minus(Acceptances.WITHDRAWABLE);
        if (handle.attach(AcceptanceDao.class).withdraw(row.id(), holder.value(), now, since) != 1) {
            return false;
        }
        if (!revoke.revoke(handle, organisation, credential, PublicReason.HOLDER_WITHDREW, "", Actor.holder(holder))) {
            // Rolls the withdrawal back.
            throw new ProblemException(ProblemType.CONFLICT, "This badge cannot be withdrawn right now.");
        }
        return true;
    }
}
