package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.mail.EmailAddress;
import fr.badgesiae.api.platform.mail.MessageKind;
import fr.badgesiae.api.platform.mail.MobileNumber;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes an address or a number and sends it a code. Until the code is typed nothing else goes there, and it lapses after a day. The
 * contact in force stays until then. Whether somebody else gave the same one is not looked at.
 */
final class AddContact {
    static final Duration WAIT = Duration.ofHours(24);

    private final Platform platform;
    private final SealAddress seal;
    private final ContactSecrets secrets;
    private final WriteToContact write;

    AddContact(Platform platform, SealAddress seal, ContactSecrets secrets, WriteToContact write) {
        this.platform = platform;
        this.seal = seal;
        this.secrets = secrets;
        this.write = write;
    }

    /** The outcome. */
    sealed interface Outcome permits Sent, Problem {}

    /** A code is on its way. */
    record Sent(ContactId contact) implements Outcome {}

    /** Why none is. */
    enum Problem implements Outcome {
        MALFORMED,
        /** Too many codes lately. */
        LATER,
        /** The space was reopened and waits. */
        LIMITED
    }

    /**
     * Sends the code.
     *
     * @param typed the address or number as typed
     * @param language of the page
     * @throws ProblemException NOT_FOUND while messages of this kind are off
     */
    Outcome apply(HolderId holder, MessageKind kind, String typed, Locale language, Client client) {
        if (!platform.outbox().sends(kind)) {
            throw ProblemException.notFound();
        }
        Optional<String> parsed = parsed(kind, typed);
        if (parsed.isEmpty()) {
            return Problem.MALFORMED;
        }
        String address = parsed.get();
        if (platform.database()
                .inHolder(holder, handle -> handle.attach(ContactDao.class).limited())) {
            return Problem.LIMITED;
        }
        if (!platform.throttles().codes().allows(holder, address, client)) {
            return Problem.LATER;
        }
        UUID id = platform.ids().uuid();
        SealedContact contact = new SealedContact(
                id, holder.value(), kind, seal.seal(id, holder.value(), address), language.getLanguage());
        return platform.database().inHolder(holder, handle -> {
            ContactDao dao = handle.attach(ContactDao.class);
            if (dao.lock(holder.value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            if (dao.limited()) {
                return Problem.LIMITED;
            }
            Instant now = platform.clock().instant();
            ContactSecrets.Fresh fresh = secrets.draw(kind);
            dao.deleteUnconfirmed(holder.value(), kind);
            dao.insert(
                    id,
                    holder.value(),
                    kind,
                    contact.address(),
                    contact.language(),
                    secrets.code(id, fresh.code()),
                    secrets.linkOrNull(fresh.link()),
                    now,
                    now.plus(WAIT));
            write.answer(handle, contact, "code", fresh.code(), address(fresh));
            return new Sent(new ContactId(id));
        });
    }

    private String address(ContactSecrets.Fresh fresh) {
        return fresh.link() == null ? "" : platform.settings().url("/contacts/" + fresh.link());
    }

    private static Optional<String> parsed(MessageKind kind, String typed) {
        return switch (kind) {
            case MAIL -> EmailAddress.parse(typed).map(EmailAddress::value);
            case SMS -> MobileNumber.parse(typed).map(MobileNumber::value);
        };
    }
}
