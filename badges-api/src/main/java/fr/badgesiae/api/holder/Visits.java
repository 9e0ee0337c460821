package fr.badgesiae.api.holder;

import fr.badgesiae.api.holder.phone.PhoneVisits;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The history of a holder's space. Every method takes a transaction that sees the holder's rows. */
public final class Visits implements PhoneVisits {
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
        JOINED,
        /** With the holder's own phone. */
        PHONE,
        /** With a phone that may be a copy. */
        PHONE_REFUSED
    }

    /** Records that the space was opened, without a phone. */
    public void opened(Handle handle, HolderId holder, Way way) {
        opened(handle, holder, way, null);
    }

    @Override
    public void openedByPhone(Handle handle, HolderId holder, String phone) {
        opened(handle, holder, Way.PHONE, phone);
    }

    private void opened(Handle handle, HolderId holder, Way way, @Nullable String phone) {
        handle.attach(HolderDao.class).opened(holder.value(), clock.instant());
        record(handle, holder, way, phone);
        audit.record(handle, new AuditEvent(Actor.holder(holder), HolderAudit.HOLDER_OPENED, holder.value()));
    }

    /** Records a wrong PIN. */
    public void refused(Handle handle, HolderId holder) {
        record(handle, holder, Way.REFUSED, null);
    }

    /** Records that another space was joined to this one. */
    public void joined(Handle handle, HolderId holder) {
        record(handle, holder, Way.JOINED, null);
    }

    @Override
    public void phoneRefused(Handle handle, HolderId holder, String phone) {
        record(handle, holder, Way.PHONE_REFUSED, phone);
    }

    private void record(Handle handle, HolderId holder, Way way, @Nullable String phone) {
        handle.attach(HolderDao.class).visit(ids.uuid(), holder.value(), clock.instant(), way.name(), phone);
    }
}
