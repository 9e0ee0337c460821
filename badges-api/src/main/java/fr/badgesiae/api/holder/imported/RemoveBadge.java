package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;

/** Removes a badge from elsewhere, kept or not yet. Its file is gone for good. */
public final class RemoveBadge {
    private final Platform platform;

    public RemoveBadge(Platform platform) {
        this.platform = platform;
    }

    /**
     * Removes it.
     *
     * @return whether it was kept
     * @throws ProblemException NOT_FOUND for the badge of another holder, or one that is gone
     */
    public boolean apply(HolderId holder, UUID id) {
        return platform.database().inHolder(holder, handle -> {
            boolean kept =
                    handle.attach(ImportedDao.class).remove(id, holder.value()).orElseThrow(ProblemException::notFound);
            if (kept) {
                platform.audit()
                        .record(handle, new AuditEvent(Actor.holder(holder), ImportedAudit.IMPORTED_BADGE_REMOVED, id));
            }
            return kept;
        });
    }
}
