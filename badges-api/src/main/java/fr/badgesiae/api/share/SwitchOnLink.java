package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.link.Share;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Switches a link on again: its address may be printed on a CV. */
public final class SwitchOnLink {
    private final Database database;
    private final Clock clock;
    private final Audit audit;

    SwitchOnLink(Database database, Clock clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Switches it on.
     *
     * @return false for a link that is on, has ended, or was switched off too long ago
     * @throws ProblemException NOT_FOUND for the link of another holder
     */
    public boolean apply(HolderId holder, UUID link) {
        Instant now = clock.instant();
        return database.inHolder(holder, handle -> {
            ShareLinkDao dao = handle.attach(ShareLinkDao.class);
            if (dao.switchOn(link, holder.value(), now.minus(Share.UNDO), now) == 1) {
                audit.record(handle, new AuditEvent(Actor.holder(holder), ShareAudit.SHARE_SWITCHED_ON, link));
                return true;
            }
            if (!dao.exists(link, holder.value())) {
                throw ProblemException.notFound();
            }
            return false;
        });
    }
}
