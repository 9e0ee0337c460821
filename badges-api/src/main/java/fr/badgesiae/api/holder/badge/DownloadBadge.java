package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads the signed documents of one badge, for its holder. */
public final class DownloadBadge {
    private final Database database;

    public DownloadBadge(Database database) {
        this.database = database;
    }

    /**
     * Reads them exactly as released, revoked since or not.
     *
     * @throws ProblemException NOT_FOUND for the badge of another holder, or before its release
     */
    SignedForms apply(HolderId holder, CredentialId credential) {
        return database.inHolder(
                        holder, handle -> handle.attach(HeldBadgeDao.class).signed(credential.value(), holder.value()))
                .orElseThrow(ProblemException::notFound);
    }
}
