/**
 * Published badges: immutable versions, their public documents, the Open Badges Achievement. No dependency on workers or
 * awards. Start reading at {@link fr.badgesiae.api.achievement.Achievements}.
 */
package fr.badgesiae.api.achievement;
