package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusLists;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Revokes a badge for good, in all its editions and in those that are left of the badges it renewed: the status purpose {@code
 * revocation} is irreversible (Bitstring Status List 1.0, 2.1).
 */
public final class RevokeCredential {
    private final StatusLists statusLists;
    private final Clock clock;
    private final Audit audit;

    RevokeCredential(StatusLists statusLists, Clock clock, Audit audit) {
        this.statusLists = statusLists;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Sets the status bit of each edition, publishes the lists and records the reason, in the caller's transaction.
     *
     * @param credential the badge as it was accepted
     * @param handle may be a holder's transaction, which then sees the organisation too
     * @param privateNote for the organisation only, at most 1,000 characters, or empty
     * @return false when nothing of it was in force or paused; the first reason stays
     * @throws ProblemException NOT_FOUND, or CONFLICT while the badge is not issued
     */
    public boolean revoke(
            Handle handle,
            OrganisationId organisation,
            CredentialId credential,
            PublicReason reason,
            String privateNote,
            Actor actor) {
        Database.alsoForOrganisation(handle, organisation);
        CredentialDao dao = handle.attach(CredentialDao.class);
        // As an erasure does: spaces, then the file, then the badge.
        dao.lockSpaces(credential.value(), organisation.value());
        dao.lockFile(credential.value(), organisation.value());
        CredentialRow row = dao.lock(credential.value(), organisation.value()).orElseThrow(ProblemException::notFound);
        if (!row.state().released()) {
            throw new ProblemException(ProblemType.CONFLICT, "The badge is not issued.");
        }
        dao.dropPrepared(row.awardId(), organisation.value());
        List<StatusIndex> places =
                dao.revoke(row.awardId(), organisation.value(), reason, privateNote, clock.instant());
        statusLists.set(handle, organisation, places);
        if (places.isEmpty()) {
            return false;
        }
        AuditCode code = reason == PublicReason.HOLDER_WITHDREW
                ? CredentialAudit.CREDENTIAL_WITHDRAWN
                : CredentialAudit.CREDENTIAL_REVOKED;
        audit.record(handle, new AuditEvent(organisation, actor, code, row.id()));
        return true;
    }
}
