package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.draft.DraftLock;
import fr.badgesiae.api.achievement.draft.Publication;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Asks another member to read a draft and publish it: as it is now. After another edit it is asked for again. */
public final class AskPublication {
    private final Platform platform;

    public AskPublication(Platform platform) {
        this.platform = platform;
    }

    /**
     * @return whether there is something to publish
     * @throws ProblemException NOT_FOUND for another organisation's badge
     */
    public boolean apply(Principal by, AchievementId achievement) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            DraftLock.take(handle, by.organisation(), achievement);
            Publication now = Publication.read(handle, by.organisation(), achievement);
            if (!now.publishable()) {
                return false;
            }
            handle.attach(ReviewDao.class)
                    .ask(
                            by.organisation().value(),
                            achievement.value(),
                            by.account().value(),
                            now.digest(),
                            platform.clock().instant());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    ReviewAudit.PUBLICATION_ASKED,
                                    achievement.value()));
            return true;
        });
    }
}
