package fr.badgesiae.api.achievement;

import fr.badgesiae.api.platform.Ids;
import java.util.UUID;

/** The id of one immutable version of an achievement. */
public record AchievementVersionId(UUID value) {

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException for text that is no UUID
     */
    public static AchievementVersionId fromString(String text) {
        return new AchievementVersionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
