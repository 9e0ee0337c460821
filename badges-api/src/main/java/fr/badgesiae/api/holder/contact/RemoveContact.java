package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Deletes a contact. A confirmed one gets a last message: whoever silences it does not do so unseen. */
final class RemoveContact {
    private final Platform platform;
    private final WriteToContact write;

    RemoveContact(Platform platform, WriteToContact write) {
        this.platform = platform;
        this.write = write;
    }

    /**
     * Deletes it.
     *
     * @return whether it was confirmed
     * @throws ProblemException NOT_FOUND
     */
    boolean apply(HolderId holder, ContactId contact) {
        return platform.database().inHolder(holder, handle -> {
            ContactDao.ContactRow row = handle.attach(ContactDao.class)
                    .remove(contact.value(), holder.value())
                    .orElseThrow(ProblemException::notFound);
            if (row.confirmedAt() == null) {
                return false;
            }
            write.answer(handle, row.sealed(), "removed", platform.settings().url("/claim/lost"));
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(Actor.holder(holder), ContactAudit.CONTACT_REMOVED, contact.value()));
            return true;
        });
    }
}
