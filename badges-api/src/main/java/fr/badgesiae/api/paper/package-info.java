/**
 * Badges on paper, each with the signed badge attached: sheet, card, strip, portfolio. What they show of a badge is what the
 * page behind its share link shows. Start reading at {@link fr.badgesiae.api.paper.PaperFiles}.
 */
package fr.badgesiae.api.paper;
