package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.passkey.Passkey;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;

/** Reads the holder's phones, oldest first. */
final class ListPhones {
    private final Database database;
    private final Passkeys passkeys;

    ListPhones(Database database, Passkeys passkeys) {
        this.database = database;
        this.passkeys = passkeys;
    }

    List<Passkey> apply(HolderPrincipal by) {
        return database.inHolder(by.holder(), handle -> passkeys.list(handle, by));
    }
}
