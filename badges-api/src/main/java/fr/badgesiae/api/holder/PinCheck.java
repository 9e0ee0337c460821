package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Compares a PIN that is typed in the open space with the one in force. Wrong ones make the space wait, and no card: whoever
 * locks the card from outside does not keep its holder from replacing it.
 */
public final class PinCheck {
    private static final String OPEN_SPACE = "open-space-pin";
    private static final String USED_SLIP = "used-slip-pin";
    private static final UUID NO_CARD = new UUID(0, 0);

    private final Database database;
    private final Passwords passwords;
    private final SignInThrottle waits;

    PinCheck(Platform platform) {
        this.database = platform.database();
        this.passwords = platform.passwords();
        this.waits = platform.throttles().signIn();
    }

    public enum Result {
        MATCHES,
        WRONG,
        /** Too many wrong PINs. */
        LATER
    }

    /**
     * A comparison.
     *
     * @param card whose PIN was compared
     * @param pinHash what it was compared with
     */
    public record Compared(Result result, UUID card, String pinHash) {
        /**
         * Whether the compared card and PIN are still in force, in the transaction that acts because of them. From here on the
         * holder is locked: whoever replaces them has come before, or waits.
         */
        public boolean isInForce(Handle handle, HolderId holder) {
            HolderDao dao = handle.attach(HolderDao.class);
            dao.lock(holder.value());
            return dao.inForce(card, holder.value(), pinHash);
        }
    }

    /** Compares a PIN that is typed in the open space. */
    public Compared compare(HolderId holder, String pin) {
        return compare(holder, pin, OPEN_SPACE);
    }

    /** Compares a PIN that is typed for a used slip, by whoever has it: its waits are not those of the open space. */
    public Compared compareForSlip(HolderId holder, String pin) {
        return compare(holder, pin, USED_SLIP);
    }

    /** Counts the attempt, then compares outside any transaction: hashing is slow. */
    private Compared compare(HolderId holder, String pin, String purpose) {
        Optional<CardRow> card = database.inHolder(
                holder, handle -> handle.attach(HolderDao.class).card(holder.value()));
        if (card.isEmpty() || !waits.allowed(purpose, holder.toString())) {
            return new Compared(Result.LATER, NO_CARD, "");
        }
        String pinHash = card.get().pinHash();
        if (!passwords.matches(pin, pinHash)) {
            return new Compared(Result.WRONG, card.get().id(), pinHash);
        }
        waits.succeeded(purpose, holder.toString());
        return new Compared(Result.MATCHES, card.get().id(), pinHash);
    }
}
