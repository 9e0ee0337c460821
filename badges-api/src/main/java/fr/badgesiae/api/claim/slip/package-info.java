/**
 * The slip of an offer whose claim was interrupted. Asks {@code offer} for its code. Start reading at {@link
 * fr.badgesiae.api.claim.slip.FindSlipPath}.
 */
package fr.badgesiae.api.claim.slip;
