/**
 * OpenID for Verifiable Credential Issuance 1.0, pre-authorized code flow: so far the proof by which a wallet shows that it has
 * its key. Names in comments are those of the specification. Start reading at
 * {@link fr.badgesiae.api.wallet.openid.KeyProof}.
 */
package fr.badgesiae.api.wallet.openid;
