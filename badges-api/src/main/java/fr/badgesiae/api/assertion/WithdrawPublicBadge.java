package fr.badgesiae.api.assertion;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Withdraws the public form of a badge, for its holder and for good: its address says so, and its number is revoked. */
public final class WithdrawPublicBadge {
    private final Database database;
    private final Audit audit;

    WithdrawPublicBadge(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * Withdraws it.
     *
     * @param badge as it was accepted
     * @return false for a badge that is not public
     * @throws ProblemException NOT_FOUND for a badge that is not this holder's
     */
    public boolean apply(HolderId holder, CredentialId badge) {
        return database.inHolder(holder, handle -> {
            AssertionDao dao = handle.attach(AssertionDao.class);
            if (dao.delete(badge.value(), holder.value()) == 1) {
                audit.record(
                        handle,
                        new AuditEvent(Actor.holder(holder), AssertionAudit.PUBLIC_BADGE_WITHDRAWN, badge.value()));
                return true;
            }
            if (!dao.exists(badge.value(), holder.value())) {
                throw ProblemException.notFound();
            }
            return false;
        });
    }
}
