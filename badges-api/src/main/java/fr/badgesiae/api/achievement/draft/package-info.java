/**
 * Drafts of badges at the desk: list, edit, image, publish, archive. Start reading at {@link
 * fr.badgesiae.api.achievement.draft.AchievementPages}.
 */
package fr.badgesiae.api.achievement.draft;
