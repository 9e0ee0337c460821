package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.Category;
import java.util.UUID;

/**
 * A badge in the list.
 *
 * @param version the newest published one, 0 for none
 * @param waiting whether it waits for a second reader
 */
public record AchievementLine(
        UUID id, String name, Category category, AchievementState state, int version, boolean waiting) {}
