/**
 * Claims of the holder-to-be: open a slip, answer, take a card, withdraw. Knows offers, credentials and holders, but no
 * verification. Start reading at {@link fr.badgesiae.api.claim.AcceptOffer}.
 */
package fr.badgesiae.api.claim;
