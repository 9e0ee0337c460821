package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Archives a badge: it is no longer offered. Its versions stay published. */
public final class ArchiveAchievement {
    private final Platform platform;
    private final RecordChange change;

    public ArchiveAchievement(Platform platform) {
        this.platform = platform;
        this.change = new RecordChange(platform.audit());
    }

    /** @throws ProblemException NOT_FOUND for another organisation's badge */
    public void apply(Principal by, AchievementId achievement) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            int rows = handle.attach(AchievementDao.class)
                    .setState(
                            achievement.value(),
                            by.organisation().value(),
                            AchievementState.ARCHIVED,
                            platform.clock().instant());
            if (rows != 1) {
                throw ProblemException.notFound();
            }
            change.record(handle, by, AchievementAudit.ACHIEVEMENT_ARCHIVED, achievement.value());
            return true;
        });
    }
}
