package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ContentJson;
import fr.badgesiae.api.achievement.content.ReviewRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code achievement} without its image; {@code versions} counts the published ones. */
public record AchievementRow(
        UUID id,
        AchievementState state,
        String content,
        boolean ownImage,
        int revision,
        int versions,
        @Nullable String review,
        boolean secondReader) {

    Achievement achievement() {
        return new Achievement(
                new AchievementId(id),
                state,
                ContentJson.read(content),
                ownImage,
                revision,
                versions,
                ReviewRequest.read(review),
                secondReader);
    }
}
