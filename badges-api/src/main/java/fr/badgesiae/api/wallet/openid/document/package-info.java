/**
 * Copies in formats that not every edition has: signed from the badge of the same edition, verified, stored once. Start reading at
 * {@link fr.badgesiae.api.wallet.openid.document.SignWalletDocument}.
 */
package fr.badgesiae.api.wallet.openid.document;
