package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;

/** Shows or hides the organisation's networks on the page behind one link, which follows at once. */
public final class ShowNetwork {
    private final Database database;
    private final Audit audit;

    ShowNetwork(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * Does nothing where it is so already.
     *
     * @throws ProblemException NOT_FOUND for the link of another holder
     */
    public void apply(HolderId holder, UUID link, boolean shown) {
        ShareAudit code = shown ? ShareAudit.SHARE_NETWORK_SHOWN : ShareAudit.SHARE_NETWORK_HIDDEN;
        database.inHolder(holder, handle -> {
            ShareLinkDao dao = handle.attach(ShareLinkDao.class);
            if (dao.showNetwork(link, holder.value(), shown) == 1) {
                audit.record(handle, new AuditEvent(Actor.holder(holder), code, link));
            } else if (!dao.exists(link, holder.value())) {
                throw ProblemException.notFound();
            }
            return true;
        });
    }
}
