package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;

/** Creates and changes drafts. What was published stays as it is. */
final class EditAchievement {
    private final Platform platform;

    EditAchievement(Platform platform) {
        this.platform = platform;
    }

    AchievementId create(Principal by, AchievementContent content) {
        UUID id = platform.ids().uuid();
        platform.database().inOrganisation(by.organisation(), handle -> {
            handle.attach(AchievementDao.class)
                    .insert(
                            id,
                            by.organisation().value(),
                            Achievements.stored(content),
                            platform.clock().instant());
            platform.audit().record(handle, event(by, AchievementAudit.ACHIEVEMENT_CREATED, id));
            return null;
        });
        return new AchievementId(id);
    }

    /**
     * Saves a draft.
     *
     * @param revision the one that was read
     * @return false when somebody saved since, or the badge is archived: nothing was changed
     */
    boolean save(Principal by, AchievementId achievement, int revision, AchievementContent content) {
        UUID id = achievement.value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            int rows = handle.attach(AchievementDao.class)
                    .update(
                            id,
                            by.organisation().value(),
                            revision,
                            Achievements.stored(content),
                            platform.clock().instant());
            if (rows == 1) {
                platform.audit().record(handle, event(by, AchievementAudit.ACHIEVEMENT_CHANGED, id));
            }
            return rows == 1;
        });
    }

    /** Gives the draft an image of its own, or with null the drawn one again. */
    void setImage(Principal by, AchievementId achievement, StoredImage image) {
        UUID id = achievement.value();
        platform.database().inOrganisation(by.organisation(), handle -> {
            int rows = handle.attach(AchievementDao.class)
                    .setImage(
                            id,
                            by.organisation().value(),
                            image == null ? null : image.type(),
                            image == null ? null : image.bytes());
            if (rows != 1) {
                throw ProblemException.notFound();
            }
            platform.audit().record(handle, event(by, AchievementAudit.ACHIEVEMENT_CHANGED, id));
            return null;
        });
    }

    static AuditEvent event(Principal by, AuditCode code, UUID achievement) {
        return new AuditEvent(by.organisation(), Actor.account(by.account()), code, achievement);
    }
}
