package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.passkey.PasskeyId;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.db.Database;

/** Gives a phone another name. The history keeps the names that it had. */
final class RenamePhone {
    private final Database database;
    private final Passkeys passkeys;

    RenamePhone(Database database, Passkeys passkeys) {
        this.database = database;
        this.passkeys = passkeys;
    }

    /** @return false where it is not a phone of this holder, or no more */
    boolean apply(HolderId holder, PasskeyId phone, PhoneName name) {
        return database.inHolder(holder, handle -> passkeys.rename(handle, holder, phone, name.text()));
    }
}
