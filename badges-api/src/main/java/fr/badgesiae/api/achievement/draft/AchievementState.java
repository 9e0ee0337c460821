package fr.badgesiae.api.achievement.draft;

/** States of a badge. The constants equal the CHECK of {@code achievement.state}. */
public enum AchievementState {
    DRAFT,
    PUBLISHED,
    ARCHIVED
}
