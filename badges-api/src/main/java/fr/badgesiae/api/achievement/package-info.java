/**
 * Badges as descriptions: drafts, immutable versions, images, the Open Badges Achievement. Knows nothing of workers or
 * awards. Start reading at {@link fr.badgesiae.api.achievement.Achievements}.
 */
package fr.badgesiae.api.achievement;
