package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.util.UUID;

/** Switches one link off. {@link SwitchOnLink} undoes it for a while. */
public final class SwitchOffLink {
    private final Database database;
    private final Clock clock;
    private final Audit audit;

    SwitchOffLink(Database database, Clock clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Switches it off.
     *
     * @return false for a link that was off before
     * @throws ProblemException NOT_FOUND for the link of another holder
     */
    public boolean apply(HolderId holder, UUID link) {
        return database.inHolder(holder, handle -> {
            ShareLinkDao dao = handle.attach(ShareLinkDao.class);
            if (dao.switchOff(link, holder.value(), clock.instant()) == 1) {
                audit.record(handle, new AuditEvent(Actor.holder(holder), ShareAudit.SHARE_SWITCHED_OFF, link));
                return true;
            }
            if (!dao.exists(link, holder.value())) {
                throw ProblemException.notFound();
            }
            return false;
        });
    }
}
