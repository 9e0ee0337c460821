package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** The history of a holder's space. Every method takes a transaction that sees the holder's rows. */
public final class Visits {
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    Visits(Ids ids, Clock clock, Audit audit) {
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** How the space was opened, or not. */
    public enum Way {
        CARD,
        SLIP,
        /** With the slip of a reopening. */
        REOPENED,
        /** A wrong PIN. */
        REFUSED,
        /** Another space of the holder was put into this one. */
        JOINED
    }

    /** Records that the space was opened. */
    public void opened(Handle handle, HolderId holder, Way way) {
        handle.attach(HolderDao.class).opened(holder.value(), clock.instant());
        record(handle, holder, way);
        audit.record(handle, new AuditEvent(Actor.holder(holder), HolderAudit.HOLDER_OPENED, holder.value()));
    }

    /** Records a wrong PIN. */
    public void refused(Handle handle, HolderId holder) {
        record(handle, holder, Way.REFUSED);
    }

    /** Records that another space was joined to this one. */
    public void joined(Handle handle, HolderId holder) {
        record(handle, holder, Way.JOINED);
    }

    private void record(Handle handle, HolderId holder, Way way) {
        handle.attach(HolderDao.class).visit(ids.uuid(), holder.value(), clock.instant(), way.name());
    }
}
