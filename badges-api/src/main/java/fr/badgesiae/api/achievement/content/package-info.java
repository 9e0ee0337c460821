/**
 * Content of a badge: text, category, level, evidence policy, alignments, and their stored JSON. Start reading at {@link
 * fr.badgesiae.api.achievement.content.AchievementContent}.
 */
package fr.badgesiae.api.achievement.content;
