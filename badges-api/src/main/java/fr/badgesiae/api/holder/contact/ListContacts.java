package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.time.Instant;
import java.util.List;

/** The contacts of a holder, masked. */
final class ListContacts {
    private final Platform platform;
    private final SealAddress seal;

    ListContacts(Platform platform, SealAddress seal) {
        this.platform = platform;
        this.seal = seal;
    }

    /** @return at most one confirmed and one that waits of each kind */
    List<Contact> apply(HolderId holder) {
        return platform
                .database()
                .inHolder(
                        holder,
                        handle -> handle.attach(ContactDao.class)
                                .all(holder.value(), platform.clock().instant()))
                .stream()
                .map(this::shown)
                .toList();
    }

    private Contact shown(ContactDao.ContactRow row) {
        Instant confirmed = row.confirmedAt();
        return new Contact(
                new ContactId(row.id()),
                row.kind(),
                seal.masked(row.sealed()),
                confirmed != null,
                confirmed == null ? row.createdAt() : confirmed);
    }
}
