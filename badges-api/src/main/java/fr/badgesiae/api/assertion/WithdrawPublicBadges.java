package fr.badgesiae.api.assertion;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;
import java.util.UUID;

/** Withdraws the public form of every badge of a holder, for good. */
final class WithdrawPublicBadges {
    private final Database database;
    private final Audit audit;

    WithdrawPublicBadges(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** @return how many were public */
    int apply(HolderId holder) {
        return database.inHolder(holder, handle -> {
            List<UUID> ended = handle.attach(AssertionDao.class).deleteAll(holder.value());
            ended.forEach(badge -> audit.record(
                    handle, new AuditEvent(Actor.holder(holder), AssertionAudit.PUBLIC_BADGE_WITHDRAWN, badge)));
            return ended.size();
        });
    }
}
