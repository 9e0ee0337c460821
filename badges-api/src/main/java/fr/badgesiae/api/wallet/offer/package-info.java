/**
 * Offers to wallets: a secret that leads to one copy of a badge, once, for a few minutes. Knows no wallet. Start reading at
 * {@link fr.badgesiae.api.wallet.offer.OfferToWallet}.
 */
package fr.badgesiae.api.wallet.offer;
