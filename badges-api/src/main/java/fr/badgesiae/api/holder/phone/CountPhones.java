package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.db.Database;

/** Counts the phones that open a holder's space. */
public final class CountPhones {
    private final Database database;
    private final Passkeys passkeys;

    CountPhones(Database database, Passkeys passkeys) {
        this.database = database;
        this.passkeys = passkeys;
    }

    public int apply(HolderId holder) {
        return database.inHolder(holder, handle -> passkeys.count(handle, holder));
    }
}
