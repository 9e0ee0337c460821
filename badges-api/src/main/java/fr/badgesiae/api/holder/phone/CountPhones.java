package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.db.Database;
import org.jdbi.v3.core.Handle;

/** Counts the phones that open a holder's space. */
public final class CountPhones {
    private final Database database;
    private final Passkeys passkeys;

    CountPhones(Database database, Passkeys passkeys) {
        this.database = database;
        this.passkeys = passkeys;
    }

    public int apply(HolderId holder) {
        return database.inHolder(holder, handle -> apply(handle, holder));
    }

    /** The same in the caller's transaction. */
    public int apply(Handle handle, HolderId holder) {
        return passkeys.count(handle, holder);
    }
}
