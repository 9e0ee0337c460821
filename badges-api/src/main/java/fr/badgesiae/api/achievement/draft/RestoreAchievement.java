package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;

/** Restores a badge from the archive: published if it has a version, otherwise a draft. */
final class RestoreAchievement {
    private final Platform platform;
    private final RecordChange change;

    RestoreAchievement(Platform platform) {
        this.platform = platform;
        this.change = new RecordChange(platform.audit());
    }

    /** @throws ProblemException NOT_FOUND for another organisation's badge */
    void apply(Principal by, AchievementId achievement) {
        UUID id = achievement.value();
        platform.database().inOrganisation(by.organisation(), handle -> {
            Achievement now = FindAchievement.read(handle, by.organisation(), achievement);
            AchievementState state = now.versions() > 0 ? AchievementState.PUBLISHED : AchievementState.DRAFT;
            handle.attach(AchievementDao.class)
                    .setState(
                            id,
                            by.organisation().value(),
                            state,
                            platform.clock().instant());
            change.record(handle, by, AchievementAudit.ACHIEVEMENT_CHANGED, id);
            return true;
        });
    }
}
