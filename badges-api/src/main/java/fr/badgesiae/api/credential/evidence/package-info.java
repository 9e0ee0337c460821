/**
 * The kinds of evidence in the text of a badge. Start reading at {@link fr.badgesiae.api.credential.evidence.EvidencePart}.
 */
package fr.badgesiae.api.credential.evidence;
