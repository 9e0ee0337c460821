package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The contacts of a holder, masked. */
final class ListContacts {
    private final Platform platform;
    private final SealAddress seal;

    ListContacts(Platform platform, SealAddress seal) {
        this.platform = platform;
        this.seal = seal;
    }

    /**
     * The contacts.
     *
     * @param all at most one confirmed and one that waits of each kind
     * @param limited whether the space was reopened and waits: then none is shown
     */
    record Listed(List<Contact> all, boolean limited) {
        Optional<Contact> find(Predicate<Contact> which) {
            return all.stream().filter(which).findFirst();
        }
    }

    Listed apply(HolderId holder) {
        return platform.database().inHolder(holder, handle -> {
            ContactDao dao = handle.attach(ContactDao.class);
            List<Contact> all = dao.all(holder.value(), platform.clock().instant()).stream()
                    .map(this::shown)
                    .toList();
            return new Listed(all, dao.limited());
        });
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
