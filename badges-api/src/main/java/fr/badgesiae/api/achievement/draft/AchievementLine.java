package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.Category;
import java.util.UUID;

/**
 * A badge in the list.
 *
 * @param version the newest published one, 0 for none
 */
public record AchievementLine(UUID id, String name, Category category, AchievementState state, int version) {}
