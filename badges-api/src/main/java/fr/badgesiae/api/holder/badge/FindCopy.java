package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads one copy that is in a wallet, for its holder. */
public final class FindCopy {
    private final Database database;

    public FindCopy(Database database) {
        this.database = database;
    }

    /**
     * A copy with its badge.
     *
     * @param badge as it was accepted
     */
    record Found(WalletCopy copy, CredentialId badge, String achievementName) {}

    /** @throws ProblemException NOT_FOUND for what is no copy of theirs, or was revoked */
    Found apply(HolderId holder, CredentialId copy) {
        return database.inHolder(
                        holder, handle -> handle.attach(HeldBadgeDao.class).copy(copy.value(), holder.value()))
                .map(row -> new Found(row.copy(), new CredentialId(row.badgeId()), row.achievementName()))
                .orElseThrow(ProblemException::notFound);
    }
}
