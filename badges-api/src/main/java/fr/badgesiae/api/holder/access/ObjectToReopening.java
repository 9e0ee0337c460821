package fr.badgesiae.api.holder.access;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Objects to a reopening from the open space. A slip that waits is closed. After its use the badges of other organisations go
 * on waiting, without an end; sessions on other devices are closed. The administrators of the organisation see the objection.
 */
public final class ObjectToReopening {
    private final Database database;
    private final Sessions sessions;
    private final Clock clock;
    private final Audit audit;
    private final Duration wait;

    public ObjectToReopening(Database database, Sessions sessions, Clock clock, Audit audit, Duration wait) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
        this.audit = audit;
        this.wait = wait;
    }

    /** @return false when nothing waits for an answer any more */
    public boolean apply(HolderPrincipal by) {
        HolderId holder = by.holder();
        Instant now = clock.instant();
        return database.inHolder(holder, handle -> {
            ReopeningAnswerDao dao = handle.attach(ReopeningAnswerDao.class);
            dao.lock(holder.value());
            if (dao.answer(holder.value(), ReopeningState.OBJECTED, now, now.minus(wait)) == 0) {
                return false;
            }
            dao.keepWaiting(holder.value());
            sessions.closeOthers(handle, by);
            audit.record(
                    handle,
                    new AuditEvent(Actor.holder(holder), AnswerAudit.ACCESS_REOPENING_OBJECTED, holder.value()));
            return true;
        });
    }
}
