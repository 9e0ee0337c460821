package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.HolderId;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Compares a PIN that is typed in the open space; implemented by the room of cards. */
public interface PinProof {
    Compared compare(HolderId holder, String pin);

    enum Result {
        MATCHES,
        WRONG,
        /** Too many wrong PINs. */
        LATER
    }

    /**
     * A comparison.
     *
     * @param inForce locks the holder and says whether the compared PIN is still in force
     */
    record Compared(Result result, Predicate<Handle> inForce) {}
}
