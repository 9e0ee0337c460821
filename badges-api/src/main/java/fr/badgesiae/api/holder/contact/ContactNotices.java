package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.edition.pause.PauseListener;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Tells a holder, where they gave an address, what others do to their space and badges. Each message is written in the
 * transaction of the act that it tells of. It names the organisation and no badge or person.
 */
public final class ContactNotices implements PauseListener {
    private static final Duration BETWEEN_OFFERS = Duration.ofHours(1);
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

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

    /** The organisation of the transaction offers a badge. Several within an hour are told once. */
    public void offered(Handle handle, HolderId holder) {
        if (platform.outbox().sendsAny()) {
            Instant now = platform.clock().instant();
            List<ContactDao.ToldRow> contacts =
                    handle.attach(ContactDao.class).toTellOfOffer(holder.value(), now.minus(BETWEEN_OFFERS), now);
            tell(handle, contacts, "offered", "/claim");
        }
    }

    /** The organisation of the transaction revoked a badge. */
    public void revoked(Handle handle, UUID credential) {
        toBadge(handle, credential, "revoked");
    }

    /** The organisation of the transaction paused a badge. */
    @Override
    public void paused(Handle handle, CredentialId badge) {
        toBadge(handle, badge.value(), "paused");
    }

    /** The organisation of the transaction resumed a badge. */
    @Override
    public void resumed(Handle handle, CredentialId badge) {
        toBadge(handle, badge.value(), "resumed");
    }

    /** A phone was added to the space; in a transaction of the holder. */
    public void phoneAdded(Handle handle, HolderId holder) {
        String pin = platform.settings().url("/me/pin");
        String phones = platform.settings().url("/me/phones");
        confirmed(handle, holder).forEach(contact -> write.tell(handle, contact, "phone", pin, phones));
    }

    /**
     * The space of the transaction is put into another, and its contacts end with it.
     *
     * @param into that other
     */
    public void joined(Handle handle, HolderId holder, HolderId into) {
        confirmed(handle, holder)
                .forEach(contact -> write.lastOf(
                        handle, into, contact, "joined", platform.settings().url("/claim/lost")));
    }

    private List<SealedContact> confirmed(Handle handle, HolderId holder) {
        if (!platform.outbox().sendsAny()) {
            return List.of();
        }
        return handle
                .attach(ContactDao.class)
                .all(holder.value(), platform.clock().instant())
                .stream()
                .filter(row -> row.confirmedAt() != null)
                .map(ContactDao.ContactRow::sealed)
                .toList();
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

    private void toBadge(Handle handle, UUID credential, String what) {
        if (platform.outbox().sendsAny()) {
            tell(handle, handle.attach(ContactDao.class).ofBadge(credential), what, "/me/open");
        }
    }

    private void toHolder(Handle handle, HolderId holder, String what, String path) {
        if (platform.outbox().sendsAny()) {
            tell(handle, handle.attach(ContactDao.class).toTell(holder.value()), what, path);
        }
    }

    private void tell(Handle handle, List<ContactDao.ToldRow> contacts, String what, String path) {
        String address = platform.settings().url(path);
        contacts.forEach(contact -> write.tell(handle, contact.sealed(), what, line(contact.organisation()), address));
    }

    /** A name on one line: what follows a line end would read as words of ours. */
    private static String line(String name) {
        return BREAKS.matcher(name).replaceAll(" ");
    }
}
