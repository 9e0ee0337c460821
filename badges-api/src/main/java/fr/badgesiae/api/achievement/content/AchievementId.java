package fr.badgesiae.api.achievement.content;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of an achievement, independent of its versions. */
public record AchievementId(UUID value) {

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException for text that is no UUID
     */
    public static AchievementId fromString(String text) {
        return new AchievementId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
