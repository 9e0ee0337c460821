/**
 * The page behind the code on a time sheet, without an account. Start reading at {@link
 * fr.badgesiae.api.observation.client.open.NoteReturn}.
 */
package fr.badgesiae.api.observation.client.open;
