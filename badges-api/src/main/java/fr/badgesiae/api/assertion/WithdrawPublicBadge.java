package fr.badgesiae.api.assertion;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Optional;

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
            Optional<OrganisationId> owner =
                    dao.delete(badge.value(), holder.value()).map(OrganisationId::new);
            if (owner.isPresent()) {
                Actor by = Actor.holder(holder);
                AssertionAudit code = AssertionAudit.PUBLIC_BADGE_WITHDRAWN;
                audit.record(handle, new AuditEvent(owner.get(), by, code, badge.value()));
                return true;
            }
            if (!dao.exists(badge.value(), holder.value())) {
                throw ProblemException.notFound();
            }
            return false;
        });
    }
}
