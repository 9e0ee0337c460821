package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.content.AchievementContent;

/**
 * A published version, for anybody.
 *
 * @param issuer the public name of the organisation
 * @param issuerPath its public page
 */
public record PublicAchievementPage(
        AchievementContent content, int version, String imagePath, String issuer, String issuerPath) {}
