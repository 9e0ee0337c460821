package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.util.Optional;

/** Confirms a contact with the link of its mail, on whichever device that is read. It opens no space. */
final class ConfirmByLink {
    private final Platform platform;
    private final ContactSecrets secrets;
    private final KeepContact keep;

    ConfirmByLink(Platform platform, ContactSecrets secrets, KeepContact keep) {
        this.platform = platform;
        this.secrets = secrets;
        this.keep = keep;
    }

    /** @return false for a link that is over or never was */
    boolean apply(String link) {
        byte[] hash = secrets.link(link);
        Optional<ContactDao.LocationRow> found = platform.database()
                .look(handle -> handle.attach(ContactDao.class).locate(hash));
        if (found.isEmpty()) {
            return false;
        }
        HolderId holder = new HolderId(found.get().holderId());
        return platform.database().inHolder(holder, handle -> {
            ContactDao dao = handle.attach(ContactDao.class);
            dao.lock(holder.value());
            Optional<ContactDao.ContactRow> row = dao.ofLink(
                    found.get().contactId(),
                    holder.value(),
                    hash,
                    platform.clock().instant());
            row.ifPresent(contact -> keep.keep(handle, contact));
            return row.isPresent();
        });
    }
}
