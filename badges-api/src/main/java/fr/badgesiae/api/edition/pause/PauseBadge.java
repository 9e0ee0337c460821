package fr.badgesiae.api.edition.pause;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.successor.ReplaceRenewed;
import fr.badgesiae.api.credential.successor.SupersedeCredential;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.statuslist.StatusLists;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Pauses a badge in all its editions: nobody accepts it until it comes back. The status purpose {@code revocation} is irreversible
 * (Bitstring Status List 1.0, 2.1), so what was signed stays revoked and {@link ResumeBadge} has successors signed.
 */
public final class PauseBadge {
    private final Database database;
    private final StatusLists statusLists;
    private final ReplaceRenewed replace;
    private final Clock clock;
    private final Audit audit;
    private final List<PauseListener> listeners;

    /** @param listeners told in the same transaction */
    public PauseBadge(
            Database database, StatusLists statusLists, Clock clock, Audit audit, List<PauseListener> listeners) {
        this.database = database;
        this.statusLists = statusLists;
        this.replace = new ReplaceRenewed(statusLists, clock);
        this.clock = clock;
        this.audit = audit;
        this.listeners = listeners;
    }

    /** What became of it. */
    public enum Outcome {
        DONE,
        /** The badge is not in force: revoked, or paused before. The first reason stays. */
        NOT_IN_FORCE,
        /** The badge is past its end, and counts no more. */
        LAPSED
    }

    /**
     * Pauses it.
     *
     * @param badge as it was accepted
     * @param reason of a pause
     * @param note for the organisation only, at most 1,000 characters, or empty
     * @throws ProblemException NOT_FOUND when the organisation released no such badge
     */
    public Outcome apply(
            OrganisationId organisation, CredentialId badge, PublicReason reason, String note, AccountId by) {
        if (!reason.isPause()) {
            throw new IllegalArgumentException("not a reason for a pause");
        }
        return database.inOrganisation(organisation, handle -> pause(handle, organisation, badge, reason, note, by));
    }

    private Outcome pause(
            Handle handle,
            OrganisationId organisation,
            CredentialId badge,
            PublicReason reason,
            String note,
            AccountId by) {
        PauseDao dao = handle.attach(PauseDao.class);
        UUID tenant = organisation.value();
        Instant now = clock.instant();
        UUID award = dao.find(badge.value(), tenant, now)
                .orElseThrow(ProblemException::notFound)
                .awardId();
        SupersedeCredential.lock(handle, organisation, award);
        // Read again under the lock. A correction of the name may have put a successor in its place: the page is read
        // again.
        PauseDao.BadgeRow row = dao.find(badge.value(), tenant, now).orElseThrow(ProblemException::notFound);
        if (row.state() == CredentialState.PREPARED || row.state() == CredentialState.VOIDED) {
            throw ProblemException.notFound();
        }
        if (row.state() == CredentialState.REVOKED) {
            return Outcome.NOT_IN_FORCE;
        }
        if (row.lapsed()) {
            return Outcome.LAPSED;
        }
        if (dao.dropPrepared(award, tenant) > 0) {
            replace.givenUp(handle, organisation, award);
        }
        statusLists.set(handle, organisation, dao.pause(award, tenant, reason, note, now));
        audit.record(
                handle, new AuditEvent(organisation, Actor.account(by), PauseAudit.CREDENTIAL_PAUSED, badge.value()));
        listeners.forEach(listener -> listener.paused(handle, badge));
        return Outcome.DONE;
    }
}
