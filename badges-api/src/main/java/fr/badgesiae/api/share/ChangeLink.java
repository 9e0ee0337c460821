package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a link another label, or another end: its address stays. One that has ended shows the badge again. */
public final class ChangeLink {
    private final Database database;
    private final Clock clock;
    private final Audit audit;

    ChangeLink(Database database, Clock clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * @param label 1 to 80 characters
     * @param days from now, 1 to 730; null keeps the end
     * @throws ProblemException NOT_FOUND for the link of another holder, and for one that was switched off
     */
    public void apply(HolderId holder, UUID link, String label, @Nullable Integer days) {
        Instant ends = days == null ? null : clock.instant().plus(Duration.ofDays(days));
        database.inHolder(holder, handle -> {
            if (handle.attach(ShareLinkDao.class).change(link, holder.value(), label, ends) != 1) {
                throw ProblemException.notFound();
            }
            ShareAudit code = ends == null ? ShareAudit.SHARE_CHANGED : ShareAudit.SHARE_PROLONGED;
            audit.record(handle, new AuditEvent(Actor.holder(holder), code, link));
            return true;
        });
    }
}
