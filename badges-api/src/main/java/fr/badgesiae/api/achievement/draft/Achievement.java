package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ReviewRequest;
import org.jspecify.annotations.Nullable;

/**
 * A badge as its organisation edits it.
 *
 * @param content of the draft
 * @param ownImage whether an image was uploaded
 * @param revision the one that saving replaces
 * @param versions how many versions were published
 * @param review a request to publish, or null without one
 * @param secondReader whether the organisation wants two people for a publication
 */
public record Achievement(
        AchievementId id,
        AchievementState state,
        AchievementContent content,
        boolean ownImage,
        int revision,
        int versions,
        @Nullable ReviewRequest review,
        boolean secondReader) {}
