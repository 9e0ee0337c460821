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
    private static final String PURPOSE = "open-space-pin";

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

    /** Counts the attempt, then compares outside any transaction: hashing is slow. */
    public Result compare(HolderId holder, String pin) {
        Optional<CardRow> card = database.inHolder(
                holder, handle -> handle.attach(HolderDao.class).card(holder.value()));
        if (card.isEmpty() || !waits.allowed(PURPOSE, holder.toString())) {
            return Result.LATER;
        }
        if (!passwords.matches(pin, card.get().pinHash())) {
            return Result.WRONG;
        }
        waits.succeeded(PURPOSE, holder.toString());
        return Result.MATCHES;
    }
}
