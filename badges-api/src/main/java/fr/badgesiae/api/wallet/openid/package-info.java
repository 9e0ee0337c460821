/**
 * OpenID for Verifiable Credential Issuance 1.0, pre-authorized code flow: offers, metadata, the token, nonce, credential and
 * notification endpoints. Names in comments are those of the specification. Start reading at
 * {@link fr.badgesiae.api.wallet.openid.OfferByOpenid}, then {@link fr.badgesiae.api.wallet.openid.BringCredential}.
 */
package fr.badgesiae.api.wallet.openid;
