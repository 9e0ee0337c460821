/**
 * What a stranger may check: the page behind a share link, its downloads, and any badge by API. Judges signed bytes anew
 * each time; keeps nothing of what is brought. Must not know the desk. Start reading at {@link
 * fr.badgesiae.api.verification.SharePages}.
 */
package fr.badgesiae.api.verification;
