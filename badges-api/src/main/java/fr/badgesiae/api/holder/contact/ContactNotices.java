package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tells a holder, where they gave an address, what others do to their space and badges. Each message is written in the
 * transaction of the act that it tells of. It names the organisation and no badge or person.
 */
public final class ContactNotices {
    private final Platform platform;
    private final WriteToContact write;

    ContactNotices(Platform platform, WriteToContact write) {
        this.platform = platform;
        this.write = write;
    }

    /** The organisation of the transaction made a slip that opens the space. */
    public void reopeningMade(Handle handle, HolderId holder) {
        toHolder(handle, holder, "reopening", "/me/open");
    }

    /** A slip of the organisation of the transaction opened the space: the former card no longer does. */
    public void reopened(Handle handle, HolderId holder) {
        toHolder(handle, holder, "reopened", "/me/open");
    }

    /** The organisation of the transaction offers a badge. */
    public void offered(Handle handle, HolderId holder) {
        toHolder(handle, holder, "offered", "/claim");
    }

    /** The organisation of the transaction revoked a badge. */
    public void revoked(Handle handle, UUID credential) {
        if (platform.outbox().sendsAny()) {
            tell(handle, handle.attach(ContactDao.class).ofBadge(credential), "revoked", "/me/open");
        }
    }

    /**
     * A space closes soon, because nobody opened it for years.
     *
     * @param days from now
     */
    public void closing(Handle handle, List<SealedContact> contacts, int days) {
        contacts.forEach(contact ->
                write.tell(handle, contact, "closing", days, platform.settings().url("/me/open")));
    }

    /**
     * A space is joined to another, for good: its contacts are told, and go with it.
     *
     * @param handle a transaction that sees the rows of {@code from}
     * @return writes the messages, once the same transaction is of {@code into}: what waits for {@code from} goes too
     */
    public Runnable joined(Handle handle, HolderId from, HolderId into) {
        if (!platform.outbox().sendsAny()) {
            return () -> {};
        }
        List<SealedContact> told =
                handle
                        .attach(ContactDao.class)
                        .all(from.value(), platform.clock().instant())
                        .stream()
                        .filter(contact -> contact.confirmedAt() != null)
                        .map(ContactDao.ContactRow::sealed)
                        .toList();
        String help = platform.settings().url("/claim/lost");
        return () -> told.forEach(contact -> write.last(handle, contact, into, "joined", help));
    }

    private void toHolder(Handle handle, HolderId holder, String what, String path) {
        if (platform.outbox().sendsAny()) {
            tell(handle, handle.attach(ContactDao.class).toTell(holder.value()), what, path);
        }
    }

    private void tell(Handle handle, List<ContactDao.ToldRow> contacts, String what, String path) {
        String address = platform.settings().url(path);
        contacts.forEach(contact -> write.tell(handle, contact.sealed(), what, contact.organisation(), address));
    }
}
