/**
 * The form of a badge: parsing, errors, choices, differences from the saved draft. Start reading at {@link
 * fr.badgesiae.api.achievement.form.AchievementForm}.
 */
package fr.badgesiae.api.achievement.form;
