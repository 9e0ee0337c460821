package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes the audit line of a change, in the caller's transaction. */
final class RecordChange {
    private final Audit audit;

    RecordChange(Audit audit) {
        this.audit = audit;
    }

    void record(Handle handle, Principal by, AuditCode code, UUID achievement) {
        audit.record(handle, new AuditEvent(by.organisation(), Actor.account(by.account()), code, achievement));
    }
}
