package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;

/** Switches every link of a holder off: nobody sees any of their badges from then on. */
public final class HideEverything {
    private final Database database;
    private final Clock clock;
    private final Audit audit;

    HideEverything(Database database, Clock clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Switches them off.
     *
     * @return how many were on
     */
    public int apply(HolderId holder) {
        return database.inHolder(holder, handle -> {
            int hidden = handle.attach(ShareLinkDao.class).switchAllOff(holder.value(), clock.instant());
            audit.record(handle, new AuditEvent(Actor.holder(holder), ShareAudit.ALL_HIDDEN, holder.value()));
            return hidden;
        });
    }
}
