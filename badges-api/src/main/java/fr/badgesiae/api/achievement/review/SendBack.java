package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;

/** The second reader sends a request back with a note. */
public final class SendBack {
    /** Characters of a note. */
    static final int MOST = 300;

    private final Platform platform;

    public SendBack(Platform platform) {
        this.platform = platform;
    }

    /** @return the errors, by field {@code note} or of the whole form */
    public Errors apply(Principal by, AchievementId achievement, String typed) {
        String note = typed.strip().replace("\r\n", "\n");
        if (note.isEmpty() || note.length() > MOST) {
            return Errors.of("note", "achievement.review.error.note", MOST);
        }
        return platform.database().inOrganisation(by.organisation(), handle -> {
            ReviewDao dao = handle.attach(ReviewDao.class);
            boolean own = dao.askedBy(by.organisation().value(), achievement.value())
                    .filter(by.account().value()::equals)
                    .isPresent();
            if (own
                    || dao.sendBack(
                                    by.organisation().value(),
                                    achievement.value(),
                                    by.account().value(),
                                    note,
                                    platform.clock().instant())
                            != 1) {
                return Errors.of("", "achievement.review.error.changed");
            }
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    ReviewAudit.PUBLICATION_SENT_BACK,
                                    achievement.value()));
            return Errors.none();
        });
    }
}
