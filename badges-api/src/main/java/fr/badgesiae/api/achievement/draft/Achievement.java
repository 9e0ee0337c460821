package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;

/**
 * A badge as its organisation edits it.
 *
 * @param content of the draft
 * @param ownImage whether an image was uploaded
 * @param revision the one that saving replaces
 * @param versions how many versions were published
 */
record Achievement(
        AchievementId id,
        AchievementState state,
        AchievementContent content,
        boolean ownImage,
        int revision,
        int versions) {}
