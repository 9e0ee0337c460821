/**
 * OpenID for Verifiable Credential Issuance 1.0 with the pre-authorized code flow: metadata, offers, token, nonce, credential and
 * notification endpoints. Names in comments are those of the specification. Start reading at
 * {@link fr.badgesiae.api.wallet.openid.CredentialRequest}.
 */
package fr.badgesiae.api.wallet.openid;
