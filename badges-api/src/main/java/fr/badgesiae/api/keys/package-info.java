/**
 * Sealed signing keys of organisations and their published documents. Start reading at {@link
 * fr.badgesiae.api.keys.SigningKeys}.
 */
package fr.badgesiae.api.keys;
