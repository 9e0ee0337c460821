package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Compares a typed PIN with the one in force. Attempts are throttled as at the opening of the space. */
public final class PinCheck {
    private final Database database;
    private final Passwords passwords;
    private final Clock clock;

    PinCheck(Database database, Passwords passwords, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    public enum Result {
        MATCHES,
        WRONG,
        /** Locked after too many wrong PINs. */
        LATER
    }

    /** Counts the attempt, then compares outside any transaction: hashing is slow. */
    public Result compare(HolderId holder, String pin) {
        Optional<CardAttemptRow> attempt = database.inHolder(holder, handle -> {
            HolderDao dao = handle.attach(HolderDao.class);
            return dao.card(holder.value()).flatMap(card -> dao.attempt(card.id(), holder.value(), clock.instant()));
        });
        if (attempt.isEmpty()) {
            return Result.LATER;
        }
        return passwords.matches(pin, attempt.get().pinHash()) ? Result.MATCHES : Result.WRONG;
    }

    /** Forgets the attempts before a right PIN, in the transaction of the act that asked for it. */
    public void succeeded(Handle handle, HolderId holder) {
        HolderDao dao = handle.attach(HolderDao.class);
        dao.card(holder.value()).ifPresent(card -> dao.pinWasRight(card.id(), holder.value()));
    }
}
