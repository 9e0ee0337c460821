package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.HolderId;
import org.jdbi.v3.core.Handle;

/** Writes the history of the space; implemented by its room. */
public interface PhoneVisits {
    /** Records that the holder's phone opened the space. */
    void openedByPhone(Handle handle, HolderId holder, String phone);

    /** Records that a phone opened nothing, because it may be a copy. */
    void phoneRefused(Handle handle, HolderId holder, String phone);
}
