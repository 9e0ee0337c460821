package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;

/** Publishes a draft as the next immutable version. An unchanged draft creates none. */
public final class PublishAchievement {
    private final Platform platform;

    public PublishAchievement(Platform platform) {
        this.platform = platform;
    }

    /**
     * @return the number of the newest version, from 1
     * @throws ProblemException NOT_FOUND for another organisation's badge; CONFLICT where two people publish
     */
    public int apply(Principal by, AchievementId achievement) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            DraftLock.take(handle, by.organisation(), achievement);
            Publication now = Publication.read(handle, by.organisation(), achievement);
            if (now.upToDate()) {
                return now.draft().versions();
            }
            if (now.draft().secondReader()) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "A second member reads this badge before it is published.");
            }
            return NextVersion.write(handle, platform, by, achievement, now);
        });
    }
}
