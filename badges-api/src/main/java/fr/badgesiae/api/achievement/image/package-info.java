/**
 * Images of badges: uploads read under bounds and cleaned, and a drawn default. Start reading at {@link
 * fr.badgesiae.api.achievement.image.ImageUpload}.
 */
package fr.badgesiae.api.achievement.image;
