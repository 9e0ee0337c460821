package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/** Confirms a contact with its code, typed in the space. After five wrong ones the code is over. */
final class ConfirmContact {
    /** Wrong codes before another must be sent. */
    static final int MOST = 5;

    private final Platform platform;
    private final ContactSecrets secrets;
    private final KeepContact keep;

    ConfirmContact(Platform platform, ContactSecrets secrets, KeepContact keep) {
        this.platform = platform;
        this.secrets = secrets;
        this.keep = keep;
    }

    /** The outcome. */
    enum Outcome {
        CONFIRMED,
        WRONG,
        /** Too many wrong ones: only a new code helps. */
        OVER
    }

    /**
     * Compares the code.
     *
     * @throws ProblemException NOT_FOUND for a contact that lapsed or is another holder's
     */
    Outcome apply(HolderId holder, ContactId contact, String typed) {
        String code = typed.replaceAll("\\s", "");
        Instant now = platform.clock().instant();
        return platform.database().inHolder(holder, handle -> {
            ContactDao dao = handle.attach(ContactDao.class);
            dao.lock(holder.value());
            ContactDao.ContactRow row =
                    dao.find(contact.value(), holder.value(), now).orElseThrow(ProblemException::notFound);
            if (row.confirmedAt() != null) {
                return Outcome.CONFIRMED;
            }
            Optional<ContactDao.AttemptRow> attempt = dao.attempt(contact.value(), holder.value(), MOST, now);
            if (attempt.isEmpty()) {
                return Outcome.OVER;
            }
            if (!MessageDigest.isEqual(attempt.get().codeHash(), secrets.code(contact.value(), code))) {
                return attempt.get().wrongCodes() >= MOST ? Outcome.OVER : Outcome.WRONG;
            }
            keep.keep(handle, row);
            return Outcome.CONFIRMED;
        });
    }
}
