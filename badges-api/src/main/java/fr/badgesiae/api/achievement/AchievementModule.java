package fr.badgesiae.api.achievement;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Badges as descriptions. */
public final class AchievementModule {
    private final Achievements achievements;
    private final List<Object> resources;

    public AchievementModule(Platform platform, Organisations organisations) {
        this.achievements = new Achievements(platform.settings());
        AchievementPages pages = new AchievementPages(platform);
        this.resources = List.of(
                pages,
                new AchievementImagePages(platform, pages),
                new AchievementDocuments(platform, achievements, organisations));
    }

    public Achievements achievements() {
        return achievements;
    }

    public List<Object> resources() {
        return resources;
    }
}
