package fr.badgesiae.api.achievement;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Badges as descriptions. */
public final class AchievementModule {
    private final Achievements achievements;
    private final DemonstrationBadges demonstration;
    private final List<Object> resources;

    public AchievementModule(Platform platform, Organisations organisations) {
        this.achievements = new Achievements(platform.settings());
        this.demonstration = new DemonstrationBadges(new EditAchievement(platform), new PublishAchievement(platform));
        AchievementPages pages = new AchievementPages(platform);
        this.resources = List.of(
                pages,
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
