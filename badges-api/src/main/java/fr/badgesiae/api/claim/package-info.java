/**
 * What the holder-to-be does with a slip: open it, answer, take a card, withdraw. Knows offers, credentials and holders;
 * knows nothing of verification. Start reading at {@link fr.badgesiae.api.claim.AcceptOffer}.
 */
package fr.badgesiae.api.claim;
