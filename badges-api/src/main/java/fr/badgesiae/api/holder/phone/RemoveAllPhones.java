package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.db.Database;

/** Removes all phones. Their sessions end at once. */
final class RemoveAllPhones {
    private final Database database;
    private final Passkeys passkeys;
    private final Audit audit;

    RemoveAllPhones(Database database, Passkeys passkeys, Audit audit) {
        this.database = database;
        this.passkeys = passkeys;
        this.audit = audit;
    }

    /** @return how many there were */
    int apply(HolderId holder) {
        return database.inHolder(holder, handle -> {
            handle.attach(PhoneDao.class).lock(holder.value());
            int removed = passkeys.removeAll(handle, holder);
            if (removed > 0) {
                audit.record(
                        handle, new AuditEvent(Actor.holder(holder), PhoneAudit.HOLDER_PHONES_REMOVED, holder.value()));
            }
            return removed;
        });
    }
}
