/**
 * Pauses of badges. Pausing sets the bits of every edition for good; a badge that comes back is signed again as successors, to which
 * its links lead. Start reading at {@link fr.badgesiae.api.edition.pause.PauseBadge}.
 */
package fr.badgesiae.api.edition.pause;
