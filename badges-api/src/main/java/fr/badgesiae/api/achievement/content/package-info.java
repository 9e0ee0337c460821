/**
 * What a badge says: its words, category, level, evidence policy and alignments. Start reading at {@link
 * fr.badgesiae.api.achievement.content.AchievementContent}.
 */
package fr.badgesiae.api.achievement.content;
