package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Finds the badge that stands in the place of one whose name was corrected: its holder may have kept the address. */
public final class FindSuccessor {
    private final Database database;

    public FindSuccessor(Database database) {
        this.database = database;
    }

    /** Empty for what was not superseded, and for what is not theirs. */
    Optional<CredentialId> apply(HolderId holder, CredentialId former) {
        return database.inHolder(
                        holder, handle -> handle.attach(HeldBadgeDao.class).successor(former.value(), holder.value()))
                .map(CredentialId::new);
    }
}
