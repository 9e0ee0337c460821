/**
 * Copies as SD-JWT VC: signed from the badge of the same edition, verified, stored once. Start reading at
 * {@link fr.badgesiae.api.wallet.openid.document.SignWalletDocument}.
 */
package fr.badgesiae.api.wallet.openid.document;
