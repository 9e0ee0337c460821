package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import java.util.Optional;

/**
 * Compares a PIN that is typed in the open space with the one in force. Wrong ones make the space wait, and no card: whoever
 * locks the card from outside does not keep its holder from replacing it.
 */
public final class PinCheck {
    private static final String OPEN_SPACE = "open-space-pin";
    private static final String USED_SLIP = "used-slip-pin";

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

    /** Compares a PIN that is typed in the open space. */
    public Result compare(HolderId holder, String pin) {
        return compare(holder, pin, OPEN_SPACE);
    }

    /** Compares a PIN that is typed for a used slip, by whoever has it: its waits are not those of the open space. */
    public Result compareForSlip(HolderId holder, String pin) {
        return compare(holder, pin, USED_SLIP);
    }

    /** Counts the attempt, then compares outside any transaction: hashing is slow. */
    private Result compare(HolderId holder, String pin, String purpose) {
        Optional<CardRow> card = database.inHolder(
                holder, handle -> handle.attach(HolderDao.class).card(holder.value()));
        if (card.isEmpty() || !waits.allowed(purpose, holder.toString())) {
            return Result.LATER;
        }
        if (!passwords.matches(pin, card.get().pinHash())) {
            return Result.WRONG;
        }
        waits.succeeded(purpose, holder.toString());
        return Result.MATCHES;
    }
}
