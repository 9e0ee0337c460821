/**
 * A badge on its way into a wallet: what its holder offers, for a few minutes and once, and the copy that is signed for the key
 * of the wallet. A sub-package is one wallet, or what several speak. Start reading at {@link
 * fr.badgesiae.api.wallet.OfferToWallet}.
 */
package fr.badgesiae.api.wallet;
