package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;

/** Whoever asked for a publication withdraws it. */
public final class WithdrawRequest {
    private final Platform platform;

    public WithdrawRequest(Platform platform) {
        this.platform = platform;
    }

    /** Nothing happens to a request of somebody else. */
    public void apply(Principal by, AchievementId achievement) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            ReviewDao dao = handle.attach(ReviewDao.class);
            boolean own = dao.askedBy(by.organisation().value(), achievement.value())
                    .filter(by.account().value()::equals)
                    .isPresent();
            if (own && dao.delete(by.organisation().value(), achievement.value()) == 1) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(),
                                        Actor.account(by.account()),
                                        ReviewAudit.PUBLICATION_WITHDRAWN,
                                        achievement.value()));
            }
            return own;
        });
    }
}
