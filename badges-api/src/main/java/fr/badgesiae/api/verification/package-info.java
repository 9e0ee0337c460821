/**
 * Anybody's badge, verified by page and by API. Judges signed bytes anew each time; keeps nothing of what is brought. Must not
 * know the desk. Start reading at {@link fr.badgesiae.api.verification.VerifyBadge}.
 */
package fr.badgesiae.api.verification;
