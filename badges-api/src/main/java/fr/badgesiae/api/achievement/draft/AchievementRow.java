package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ContentJson;
import java.util.UUID;

/** A row of {@code achievement} without its image; {@code versions} counts the published ones. */
public record AchievementRow(
        UUID id, AchievementState state, String content, boolean ownImage, int revision, int versions) {

    Achievement achievement() {
        return new Achievement(new AchievementId(id), state, ContentJson.read(content), ownImage, revision, versions);
    }
}
