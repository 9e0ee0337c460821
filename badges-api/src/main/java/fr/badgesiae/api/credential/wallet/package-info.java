/** The wallets that a badge is signed for. Values alone. Start reading at {@link fr.badgesiae.api.credential.wallet.WalletBinding}. */
package fr.badgesiae.api.credential.wallet;
