package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ContentJson;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.UUID;

/** Creates a draft. */
public final class CreateAchievement {
    private final Platform platform;
    private final RecordChange change;

    public CreateAchievement(Platform platform) {
        this.platform = platform;
        this.change = new RecordChange(platform.audit());
    }

    public AchievementId apply(Principal by, AchievementContent content) {
        UUID id = platform.ids().uuid();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            handle.attach(AchievementDao.class)
                    .insert(
                            id,
                            by.organisation().value(),
                            ContentJson.write(content),
                            platform.clock().instant());
            change.record(handle, by, AchievementAudit.ACHIEVEMENT_CREATED, id);
            return new AchievementId(id);
        });
    }
}
