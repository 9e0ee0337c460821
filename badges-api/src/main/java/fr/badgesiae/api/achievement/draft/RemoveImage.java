package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Removes the uploaded image of a draft. The default image takes its place. */
final class RemoveImage {
    private final Platform platform;
    private final RecordChange change;

    RemoveImage(Platform platform) {
        this.platform = platform;
        this.change = new RecordChange(platform.audit());
    }

    /** @throws ProblemException NOT_FOUND for another organisation's badge */
    void apply(Principal by, AchievementId achievement) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            int rows = handle.attach(AchievementDao.class)
                    .removeImage(achievement.value(), by.organisation().value());
            if (rows != 1) {
                throw ProblemException.notFound();
            }
            change.record(handle, by, AchievementAudit.ACHIEVEMENT_CHANGED, achievement.value());
            return true;
        });
    }
}
