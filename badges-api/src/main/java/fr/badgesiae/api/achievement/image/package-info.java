/**
 * Images of badges: upload limits and sanitising, and the default image. Start reading at {@link
 * fr.badgesiae.api.achievement.image.ImageUpload}.
 */
package fr.badgesiae.api.achievement.image;
