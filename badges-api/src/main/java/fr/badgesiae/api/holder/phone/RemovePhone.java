package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.passkey.PasskeyId;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.db.Database;

/** Removes a phone. Its sessions end at once. */
final class RemovePhone {
    private final Database database;
    private final Passkeys passkeys;
    private final Audit audit;

    RemovePhone(Database database, Passkeys passkeys, Audit audit) {
        this.database = database;
        this.passkeys = passkeys;
        this.audit = audit;
    }

    /** @return false where it is not a phone of this holder, or no more */
    boolean apply(HolderId holder, PasskeyId phone) {
        return database.inHolder(holder, handle -> {
            handle.attach(PhoneDao.class).lock(holder.value());
            boolean removed = passkeys.remove(handle, holder, phone);
            if (removed) {
                audit.record(
                        handle, new AuditEvent(Actor.holder(holder), PhoneAudit.HOLDER_PHONE_REMOVED, phone.value()));
            }
            return removed;
        });
    }
}
