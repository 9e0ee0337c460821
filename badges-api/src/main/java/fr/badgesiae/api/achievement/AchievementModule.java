package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.draft.AchievementFormPages;
import fr.badgesiae.api.achievement.draft.AchievementImagePages;
import fr.badgesiae.api.achievement.draft.AchievementPages;
import fr.badgesiae.api.achievement.draft.DemonstrationBadges;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Badges: drafts and published versions. */
public final class AchievementModule {
    private final Achievements achievements;
    private final DemonstrationBadges demonstration;
    private final List<Object> resources;

    public AchievementModule(Platform platform, Organisations organisations) {
        this.achievements = new Achievements(platform.settings());
        this.demonstration = new DemonstrationBadges(platform);
        AchievementPages pages = new AchievementPages(platform);
        this.resources = List.of(
                pages,
                new AchievementFormPages(platform),
                new AchievementImagePages(platform, pages),
                new AchievementDocuments(platform, achievements, organisations));
    }

    public Achievements achievements() {
        return achievements;
    }

    /** For the command {@code demo}. */
    public DemonstrationBadges demonstration() {
        return demonstration;
    }

    public List<Object> resources() {
        return resources;
    }
}
