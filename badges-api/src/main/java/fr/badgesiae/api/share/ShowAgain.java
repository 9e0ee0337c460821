package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.share.link.Share;
import java.time.Clock;
import java.time.Instant;

/** Undoes {@link HideEverything}: switches on the links that were switched off last, together. */
public final class ShowAgain {
    private final Database database;
    private final Clock clock;
    private final Audit audit;

    ShowAgain(Database database, Clock clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Switches them on.
     *
     * @return how many are on again
     */
    public int apply(HolderId holder) {
        Instant now = clock.instant();
        return database.inHolder(holder, handle -> {
            int shown = handle.attach(ShareLinkDao.class).switchLastOn(holder.value(), now.minus(Share.UNDO), now);
            audit.record(handle, new AuditEvent(Actor.holder(holder), ShareAudit.HIDING_UNDONE, holder.value()));
            return shown;
        });
    }
}
