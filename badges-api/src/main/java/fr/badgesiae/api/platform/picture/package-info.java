/**
 * Drawings with words, without the fonts of the machine. Uses no other room. Start at {@link
 * fr.badgesiae.api.platform.picture.Lettering}.
 */
package fr.badgesiae.api.platform.picture;
