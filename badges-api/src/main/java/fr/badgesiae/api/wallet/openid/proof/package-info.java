/**
 * What wallets prove, and the errors of the protocol: keys, nonces, attestations. Knows no database. Start reading at
 * {@link fr.badgesiae.api.wallet.openid.proof.KeyProof}.
 */
package fr.badgesiae.api.wallet.openid.proof;
