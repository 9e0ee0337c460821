/**
 * The keys that organisations sign with, sealed, and the documents that say which they are. Start reading at {@link
 * fr.badgesiae.api.keys.SigningKeys}.
 */
package fr.badgesiae.api.keys;
