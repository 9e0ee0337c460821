package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Confirms a contact, in the caller's transaction. The one before is deleted and told: whoever changes it without its owner's
 * will does not do so unseen.
 */
final class KeepContact {
    private final Platform platform;
    private final WriteToContact write;

    KeepContact(Platform platform, WriteToContact write) {
        this.platform = platform;
        this.write = write;
    }

    void keep(Handle handle, ContactDao.ContactRow contact) {
        ContactDao dao = handle.attach(ContactDao.class);
        UUID holder = contact.holderId();
        dao.replace(holder, contact.kind()).ifPresent(former -> write.answer(handle, former, "changed", help()));
        dao.confirm(contact.id(), holder, platform.clock().instant());
        HolderId whose = new HolderId(holder);
        platform.audit()
                .record(handle, new AuditEvent(Actor.holder(whose), ContactAudit.CONTACT_CONFIRMED, contact.id()));
    }

    private String help() {
        return platform.settings().url("/claim/lost");
    }
}
