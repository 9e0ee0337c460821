/**
 * Whom somebody turns to who lost a slip or a card, or forgot a PIN. Start reading at {@link
 * fr.badgesiae.api.claim.lost.FindContact}.
 */
package fr.badgesiae.api.claim.lost;
