package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;

/** Sends another code to a contact that waits for one; the one before no longer counts. */
final class SendCodeAgain {
    private final Platform platform;
    private final SealAddress seal;
    private final ContactSecrets secrets;
    private final WriteToContact write;

    SendCodeAgain(Platform platform, SealAddress seal, ContactSecrets secrets, WriteToContact write) {
        this.platform = platform;
        this.seal = seal;
        this.secrets = secrets;
        this.write = write;
    }

    /**
     * Sends it.
     *
     * @return false after too many codes lately
     * @throws ProblemException NOT_FOUND for a contact that is confirmed, lapsed or another holder's, or of a kind that is off
     */
    boolean apply(HolderId holder, ContactId contact, Client client) {
        SealedContact waiting = platform.database()
                .inHolder(
                        holder,
                        handle -> handle.attach(ContactDao.class)
                                .find(
                                        contact.value(),
                                        holder.value(),
                                        platform.clock().instant()))
                .filter(row -> row.confirmedAt() == null)
                .map(ContactDao.ContactRow::sealed)
                .filter(row -> platform.outbox().sends(row.kind()))
                .orElseThrow(ProblemException::notFound);
        if (!platform.throttles().codes().allows(holder, seal.open(waiting), client)) {
            return false;
        }
        UUID id = contact.value();
        Instant now = platform.clock().instant();
        return platform.database().inHolder(holder, handle -> {
            ContactSecrets.Fresh fresh = secrets.draw(waiting.kind());
            int renewed = handle.attach(ContactDao.class)
                    .renew(id, holder.value(), secrets.code(id, fresh.code()), secrets.linkOrNull(fresh.link()), now);
            if (renewed == 0) {
                throw ProblemException.notFound();
            }
            String link = fresh.link() == null ? "" : platform.settings().url("/contacts/" + fresh.link());
            write.answer(handle, waiting, "code", fresh.code(), link);
            return true;
        });
    }
}
